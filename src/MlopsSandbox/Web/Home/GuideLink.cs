namespace MlopsSandbox.Web.Home;

/// <summary>A link of a step.</summary>
/// <param name="Text">What is there.</param>
/// <param name="Address">Where.</param>
public sealed record GuideLink(string Text, string Address)
{
    /// <summary>True for what is none of these pages, and opens in a tab of its own.</summary>
    public bool IsApart { get; init; }
}
