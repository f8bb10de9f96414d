namespace MlopsSandbox.Web.Home;

/// <summary>Something to try.</summary>
/// <param name="Text">What.</param>
/// <param name="Address">The page for it; null where there is none.</param>
/// <param name="Command">The words after <c>mlops</c> that do it; null where there are none.</param>
public sealed record NextStep(string Text, string? Address, IReadOnlyList<string>? Command)
{
    /// <summary>True where the address is none of these pages, and opens in a tab of its own.</summary>
    public bool IsApart { get; init; }
}
