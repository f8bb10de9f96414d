namespace MlopsSandbox.EndToEnd.Web;

/// <summary>The looks in which pages are tried.</summary>
internal static class Looks
{
    /// <summary>The environment variable that, set to 1, has all four tried.</summary>
    private const string Every = "MLOPS_EVERY_LOOK";

    /// <summary>A wide light screen and a dark phone: between them both themes and both widths.</summary>
    public static IReadOnlyList<Look> Tried { get; } = IsEvery ? Enum.GetValues<Look>() : [Look.Light, Look.DarkPhone];

    /// <summary>A dark phone alone for pages below those of the menu, which are many.</summary>
    public static IReadOnlyList<Look> OfInnerPages { get; } = IsEvery ? Enum.GetValues<Look>() : [Look.DarkPhone];

    private static bool IsEvery => Environment.GetEnvironmentVariable(Every) == "1";
}
