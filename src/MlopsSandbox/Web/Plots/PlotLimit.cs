namespace MlopsSandbox.Web.Plots;

/// <summary>A level of the vertical axis.</summary>
/// <param name="Y">Where.</param>
/// <param name="Name">What it is.</param>
public sealed record PlotLimit(double Y, string Name);
