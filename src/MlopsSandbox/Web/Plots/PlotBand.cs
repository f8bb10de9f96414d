namespace MlopsSandbox.Web.Plots;

/// <summary>A stretch of the horizontal axis that is set apart.</summary>
/// <param name="From">Its begin.</param>
/// <param name="To">Its end; null for the end of the plot.</param>
/// <param name="Name">What it is.</param>
public sealed record PlotBand(double From, double? To, string Name);
