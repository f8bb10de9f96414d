using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Drawings;

/// <summary>An activity as it is drawn. Places are those of its upper left corner, in pixels, relative to the box around it.</summary>
internal sealed class Box(ActivityDefinition activity)
{
    public ActivityDefinition Activity => activity;

    public double X { get; set; }

    public double Y { get; set; }

    public double Width { get; set; }

    public double Height { get; set; }

    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double MiddleX => X + Width / 2;

    public double MiddleY => Y + Height / 2;

    /// <summary>The boxes inside it, in document order.</summary>
    public IReadOnlyList<Box> Inside { get; init; } = [];

    /// <summary>The arrows between the boxes inside it.</summary>
    public IReadOnlyList<Arrow> Arrows { get; set; } = [];

    /// <summary>True when the start of its flowchart doesn't lead to it.</summary>
    public bool IsUnreachable => activity.Container is { Behaviour: Activities.Flowchart } flowchart && !flowchart.Reaches(activity.Id);

    /// <summary>True of a flowchart whose boxes stand where the designer put them.</summary>
    public bool IsByDesigner { get; set; }

    /// <summary>True when one hides the other: a box with others inside already where it touches, two without when half of one is gone.</summary>
    public bool Hides(Box other) => Overlaps(other) && (Inside.Count > 0 || other.Inside.Count > 0 || 2 * Shared(other) > Math.Min(Width * Height, other.Width * other.Height));

    private double Shared(Box other) => (Math.Min(Right, other.Right) - Math.Max(X, other.X)) * (Math.Min(Bottom, other.Bottom) - Math.Max(Y, other.Y));

    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}
