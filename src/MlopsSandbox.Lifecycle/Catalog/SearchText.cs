namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What people type to find rows by a part of a name.</summary>
internal static class SearchText
{
    /// <summary>The pattern of <c>LIKE … ESCAPE '!'</c> that holds for all that contains the text.</summary>
    public static string Pattern(string text) =>
        $"%{text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
}
