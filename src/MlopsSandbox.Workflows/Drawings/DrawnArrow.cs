namespace MlopsSandbox.Workflows.Drawings;

/// <summary>An arrow with its way in a drawing, in pixels from the drawing's upper left corner.</summary>
/// <param name="From">Id of the activity that it leaves.</param>
/// <param name="To">Id of the activity that it enters.</param>
/// <param name="Port">The port that it leaves by.</param>
/// <param name="Label">What is written at its begin: the port, shortened; empty when there is no other.</param>
/// <param name="Way">The points that it passes.</param>
/// <param name="HasCorners">True when it turns at its points; else it swings from one to the next.</param>
public sealed record DrawnArrow(string From, string To, string Port, string Label, IReadOnlyList<(double X, double Y)> Way, bool HasCorners)
{
    /// <summary>Its way as an SVG element <c>path</c> draws it.</summary>
    public string Path => ArrowPath.Of(Way, HasCorners);
}
