namespace MlopsSandbox.Web.Plots;

/// <summary>A plot as data: what is drawn, told and downloaded; how it looks is the drawing's business.</summary>
public sealed record PlotSpec
{
    /// <summary>What it shows, in a few words; also the name of its downloads.</summary>
    public required string Title { get; init; }
    /// <summary>The horizontal axis.</summary>
    public required PlotAxis X { get; init; }
    /// <summary>The vertical axis.</summary>
    public required PlotAxis Y { get; init; }
    /// <summary>Vertical axes of further panels, one below the other, which share the horizontal axis.</summary>
    public IReadOnlyList<PlotAxis> Below { get; init; } = [];
    /// <summary>What is drawn.</summary>
    public required IReadOnlyList<PlotSeries> Series { get; init; }
    /// <summary>Stretches of the horizontal axis that are set apart, such as the time of a true drift.</summary>
    public IReadOnlyList<PlotBand> Bands { get; init; } = [];
    /// <summary>Moments on the horizontal axis, such as an alarm.</summary>
    public IReadOnlyList<PlotMark> Marks { get; init; } = [];
    /// <summary>Levels of the vertical axis, such as a threshold.</summary>
    public IReadOnlyList<PlotLimit> Limits { get; init; } = [];
    /// <summary>Height in pixels.</summary>
    public int Height { get; init; } = 260;
    /// <summary>True for bars that lie, one below the other: for names too long to stand side by side.</summary>
    public bool IsLying { get; init; }
    /// <summary>True for a square frame, as a ROC curve wants.</summary>
    public bool IsSquare { get; init; }

    /// <summary>The vertical axis of a series.</summary>
    public PlotAxis AxisOf(PlotSeries series) => series.Panel == 0 ? Y : Below[series.Panel - 1];
}
