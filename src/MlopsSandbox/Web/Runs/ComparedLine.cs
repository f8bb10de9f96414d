namespace MlopsSandbox.Web.Runs;

/// <summary>One thing of two runs beside each other.</summary>
/// <param name="Name">What it is.</param>
/// <param name="A">How the first has it; a dash where it has not.</param>
/// <param name="B">How the second has it; a dash where it has not.</param>
internal sealed record ComparedLine(string Name, string A, string B)
{
    /// <summary>How the second differs, in words; null for what is no number, and where there is no difference.</summary>
    public string? Change { get; init; }
    /// <summary>Whether the second is better; null where that is not known.</summary>
    public bool? IsBetter { get; init; }
    /// <summary>True when they are not the same.</summary>
    public bool IsDifferent => A != B;
}
