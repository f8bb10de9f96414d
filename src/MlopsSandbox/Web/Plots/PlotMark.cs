namespace MlopsSandbox.Web.Plots;

/// <summary>A moment on the horizontal axis.</summary>
/// <param name="X">Where.</param>
/// <param name="Name">What happened.</param>
/// <param name="Tone"><c>good</c>, <c>bad</c>, <c>warn</c> or <c>quiet</c>.</param>
public sealed record PlotMark(double X, string Name, string Tone);
