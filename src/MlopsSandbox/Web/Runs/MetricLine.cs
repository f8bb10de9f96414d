namespace MlopsSandbox.Web.Runs;

/// <summary>A metric of a stage: its last value, and how its trials spread around it.</summary>
/// <param name="Name">Its name, such as <c>validationAuc</c>.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">What the stage itself says; null where only trials measured it.</param>
internal sealed record MetricLine(string Name, string Unit, double? Value)
{
    /// <summary>The least of the trials; null without trials.</summary>
    public double? Least { get; init; }
    /// <summary>The greatest of the trials; null without trials.</summary>
    public double? Greatest { get; init; }
    /// <summary>The best of the trials; null without trials, and for what is no quality of the model.</summary>
    public double? Best { get; init; }
}
