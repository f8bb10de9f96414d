namespace MlopsSandbox.Workflows.Drawings;

/// <summary>A connection as it is drawn.</summary>
/// <param name="From">Where it leaves.</param>
/// <param name="To">Where it enters.</param>
/// <param name="Label">The port it leaves by; empty when there is no other.</param>
internal sealed record Arrow(Box From, Box To, string Label)
{
    /// <summary>The points that it passes, from the one box's edge to the other's.</summary>
    public IReadOnlyList<(double X, double Y)> Way { get; set; } = [];

    /// <summary>True when it turns at its points; else it swings from one to the next.</summary>
    public bool HasCorners { get; set; }
}
