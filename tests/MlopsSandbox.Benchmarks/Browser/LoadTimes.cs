namespace MlopsSandbox.Benchmarks.Browser;

/// <summary>How long a page took to load.</summary>
/// <param name="Start">When the navigation began, in milliseconds since 1970.</param>
/// <param name="Shown">Milliseconds from then until the browser first paints what it says (first contentful paint).</param>
/// <param name="Live">Milliseconds from then until the page answers to what is pressed.</param>
/// <param name="Drawn">Milliseconds from then until its plots, and the first rows of its tables, are drawn as well.</param>
internal sealed record LoadTimes(double Start, double Shown, double Live, double Drawn);
