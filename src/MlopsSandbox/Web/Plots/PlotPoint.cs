namespace MlopsSandbox.Web.Plots;

/// <summary>A point of a series.</summary>
/// <param name="X">Position, read as the axis says.</param>
/// <param name="Y">Height; null where nothing was measured, which leaves a gap.</param>
public sealed record PlotPoint(double X, double? Y)
{
    /// <summary>What it is, in words; null where its height says it all.</summary>
    public string? Text { get; init; }

    /// <summary>A point at a time.</summary>
    public static PlotPoint At(DateTimeOffset time, double? y) => new(time.ToUnixTimeMilliseconds(), y);
}
