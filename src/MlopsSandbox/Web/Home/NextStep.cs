namespace MlopsSandbox.Web.Home;

/// <summary>Something to try.</summary>
/// <param name="Text">What.</param>
/// <param name="Address">The page for it; null where there is none.</param>
/// <param name="Command">The words after <c>mlops</c> that do it.</param>
public sealed record NextStep(string Text, string? Address, IReadOnlyList<string> Command);
