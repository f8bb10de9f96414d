using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Drawings;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>Where the activities of one flowchart stand, in the designer's pixels, and where there is room for another.</summary>
internal sealed class FlowPlaces
{
    private const double Apart = 12, Step = 10, Beside = 60;
    private const int Farthest = 200;
    private static readonly string[] Position = ["metadata", "designer", "position"];

    private readonly Dictionary<string, Box> _boxes;
    private readonly double _left, _top;

    private FlowPlaces(Box flowchart)
    {
        IsByDesigner = flowchart.IsByDesigner;
        _boxes = flowchart.Inside.ToDictionary(box => box.Activity.Id, StringComparer.Ordinal);
        (_left, _top) = flowchart.Inside.Count > 0 ? Origin(flowchart.Inside[0]) : (0, 0);
    }

    /// <summary>True when the designer's places are kept; else all are found automatically.</summary>
    public bool IsByDesigner { get; }

    /// <summary>The places in a flowchart.</summary>
    public static FlowPlaces Of(WorkflowDefinition definition, string flowchartId) => new(Find(PictureLayout.Of(definition), flowchartId)!);

    /// <summary>Where an activity stands.</summary>
    public (double X, double Y) At(string id) => (_boxes[id].X - _left, _boxes[id].Y - _top);

    /// <summary>Where an activity may stand that is moved: as wanted when there is room, else nearby, or farther in its direction.</summary>
    public (double X, double Y) Free(string id, double right, double down, bool inItsDirection)
    {
        (double x, double y) = (At(id).X + right, At(id).Y + down);
        Box box = _boxes[id];
        if (!inItsDirection) return Nearest(box, x, y);
        for (int step = 0; step < Farthest; step++, x += right, y += down)
            if (HasRoom(box, x, y)) return (x, y);
        return At(id);
    }

    /// <summary>Where a new activity may stand: to the right of another, or of them all.</summary>
    public (double X, double Y) Beyond(string id, string? after)
    {
        Box box = _boxes[id];
        Box? other = after is not null && after != id ? _boxes.GetValueOrDefault(after) : null;
        other ??= _boxes.Values.Where(one => one != box).MaxBy(one => one.Right);
        return other is null ? (0, 0) : Nearest(box, other.Right - _left + Beside, other.Y - _top);
    }

    /// <summary>Writes a place at the activity of a path.</summary>
    public static void Write(TextPatch patch, string path, (double X, double Y) place)
    {
        JsonSpan activity = patch.Root.At(path)!;
        (double x, double y) = (Math.Round(place.X), Math.Round(place.Y));
        if (activity.Find("metadata")?.Value.Find("designer")?.Value.Find("position")?.Value is { IsObject: true, Members.Count: > 0 } position)
        {
            if (position.Find("x") is null || position.Find("y") is null) patch.SetDeep(activity, Position, Point(x, y));
            else
            {
                patch.Set(position, "x", JsonValue.Create(x));
                patch.Set(position, "y", JsonValue.Create(y));
            }
        }
        else patch.SetDeep(activity, Position, Point(x, y));
    }

    private static JsonObject Point(double x, double y) => new() { ["x"] = x, ["y"] = y };

    // The drawing begins at its first box, wherever the designer put that.
    private (double Left, double Top) Origin(Box box) => IsByDesigner && DesignerPlaces.PositionOf(box) is { } written
        ? (box.X - written.X, box.Y - written.Y) : (PictureLayout.Padding, PictureLayout.Header);

    private (double X, double Y) Nearest(Box box, double x, double y)
    {
        for (int ring = 0; ring < Farthest; ring++)
        {
            var around = from right in Enumerable.Range(-ring, 2 * ring + 1)
                         from down in Enumerable.Range(-ring, 2 * ring + 1)
                         where Math.Max(Math.Abs(right), Math.Abs(down)) == ring
                         orderby Math.Abs(right) + Math.Abs(down), down, right
                         select (X: x + Step * right, Y: y + Step * down);
            foreach (var place in around)
                if (HasRoom(box, place.X, place.Y)) return place;
        }
        return (x, y);
    }

    private bool HasRoom(Box box, double x, double y)
    {
        (double left, double top) = (x + _left, y + _top);
        return _boxes.Values.All(other => other == box
            || left >= other.Right + Apart || other.X >= left + box.Width + Apart || top >= other.Bottom + Apart || other.Y >= top + box.Height + Apart);
    }

    private static Box? Find(Box box, string id) => box.Activity.Id == id ? box : box.Inside.Select(inside => Find(inside, id)).FirstOrDefault(found => found is not null);
}
