namespace MlopsSandbox.Web.Plots;

/// <summary>How a series is drawn.</summary>
public enum SeriesShape
{
    /// <summary>A line from point to point.</summary>
    Line,
    /// <summary>A line that keeps its height until the next point.</summary>
    Step,
    /// <summary>A line with the space below it filled.</summary>
    Area,
    /// <summary>A bar a point.</summary>
    Bar,
    /// <summary>A dot a point.</summary>
    Points,
}
