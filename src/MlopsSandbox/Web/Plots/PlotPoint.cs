namespace MlopsSandbox.Web.Plots;

/// <summary>A point of a series.</summary>
/// <param name="X">Position, read as the axis says.</param>
/// <param name="Y">Height; null where nothing was measured, which leaves a gap.</param>
public sealed record PlotPoint(double X, double? Y)
{
    /// <summary>A point at a time.</summary>
    public static PlotPoint At(DateTimeOffset time, double? y) => new(time.ToUnixTimeMilliseconds(), y);
}
