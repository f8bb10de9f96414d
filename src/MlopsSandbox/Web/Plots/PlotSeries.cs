namespace MlopsSandbox.Web.Plots;

/// <summary>One thing that a plot draws.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Shape">How it is drawn.</param>
/// <param name="Points">Its points, by ascending position for lines.</param>
public sealed record PlotSeries(string Name, SeriesShape Shape, IReadOnlyList<PlotPoint> Points)
{
    /// <summary>The colour, 0 to 5; null for the next that is free.</summary>
    public int? Colour { get; init; }
    /// <summary>The colour by its meaning, <c>good</c>, <c>bad</c>, <c>warn</c> or <c>quiet</c>, in the place of <see cref="Colour"/>; points have a shape for each.</summary>
    public string? Tone { get; init; }
    /// <summary>The panel that it is drawn in: 0 for the first, of the axis <see cref="PlotSpec.Y"/>, then those of <see cref="PlotSpec.Below"/>.</summary>
    public int Panel { get; init; }
    /// <summary>True for what did not happen, or is only compared with.</summary>
    public bool IsDashed { get; init; }
}
