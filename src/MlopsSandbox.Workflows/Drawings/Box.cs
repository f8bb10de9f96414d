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

    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}
