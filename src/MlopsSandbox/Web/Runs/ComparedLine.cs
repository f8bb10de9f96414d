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
    /// <summary>What both are measured in; empty for what has no unit.</summary>
    public string Unit { get; init; } = "";
    /// <summary>True when they are not the same, also where only numbers behind the texts are not.</summary>
    public bool IsDifferent { get; init; } = A != B;
}
