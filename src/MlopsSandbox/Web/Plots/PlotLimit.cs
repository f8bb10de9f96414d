namespace MlopsSandbox.Web.Plots;

/// <summary>A level of the vertical axis.</summary>
/// <param name="Y">Where.</param>
/// <param name="Name">What it is.</param>
public sealed record PlotLimit(double Y, string Name)
{
    /// <summary>The panel that it is drawn in, see <see cref="PlotSeries.Panel"/>.</summary>
    public int Panel { get; init; }
}
