namespace MlopsSandbox.Web.Plots;

/// <summary>An axis of a plot.</summary>
/// <param name="Name">What it measures.</param>
/// <param name="Unit">Its unit; null for a share or a count that says it all by its name.</param>
/// <param name="Kind">How positions are read.</param>
public sealed record PlotAxis(string Name, string? Unit = null, AxisKind Kind = AxisKind.Number)
{
    /// <summary>The lower end; null for what the data need.</summary>
    public double? Min { get; init; }
    /// <summary>The upper end; null for what the data need.</summary>
    public double? Max { get; init; }
    /// <summary>For <see cref="AxisKind.Category"/>: the names at the positions 0, 1, ….</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
    /// <summary>True when each step is a multiple of the one before; <see cref="Min"/> must be above 0 then, and what lies below is drawn there.</summary>
    public bool IsLogarithmic { get; init; }
    /// <summary>Height of the axis's panel against those of the others; above 0.</summary>
    public double Weight { get; init; } = 1;
}
