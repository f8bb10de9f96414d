namespace MlopsSandbox.Runs;

/// <summary>What is kept for others to see, with who said it: each problem names where it was given, such as <c>--by</c>, and is null when there is none.</summary>
internal static class Remarks
{
    /// <summary>Why a text can't be a name.</summary>
    public static string? ByProblem(string name, string text) => Problem(name, text, "a name");

    /// <summary>Why a text can't be a reason.</summary>
    public static string? ReasonProblem(string name, string text) => Problem(name, text, "why, in a few words");

    /// <summary>Why a text can't be a note.</summary>
    public static string? NoteProblem(string name, string text) => Problem(name, text, "a few words");

    private static string? Problem(string name, string text, string expected) => string.IsNullOrWhiteSpace(text) ? $"{name} is '{text}'; expected {expected}." : null;
}
