using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Drawings;

/// <summary>A definition laid out, for those who draw it themselves: as the designer placed its activities, else in layers from left to right. Lengths are in pixels.</summary>
/// <param name="Width">Width of all.</param>
/// <param name="Height">Height of all.</param>
/// <param name="Activities">Its activities in the order of the document, a container right before what it contains; the outermost only when it contains none.</param>
/// <param name="Arrows">The arrows between them.</param>
public sealed record DrawnWorkflow(double Width, double Height, IReadOnlyList<DrawnActivity> Activities, IReadOnlyList<DrawnArrow> Arrows)
{
    /// <summary>Lays a definition out; the same definition always alike.</summary>
    public static DrawnWorkflow Of(WorkflowDefinition definition)
    {
        var root = PictureLayout.Of(definition);
        if (root.Inside.Count == 0) return new DrawnWorkflow(root.Width, root.Height, [Drawn(root, 0, 0, 0)], []);
        var (left, top) = (PictureLayout.Padding, PictureLayout.Header);    // the frame around all stays away
        return new DrawnWorkflow(root.Width - 2 * left, root.Height - top - PictureLayout.Padding, [.. Below(root, -left, -top, 0)], [.. ArrowsBelow(root, -left, -top)]);
    }

    private static IEnumerable<DrawnActivity> Below(Box box, double x, double y, int depth) => box.Inside.SelectMany(inside =>
        Below(inside, x + inside.X, y + inside.Y, depth + 1).Prepend(Drawn(inside, x + inside.X, y + inside.Y, depth)));

    private static IEnumerable<DrawnArrow> ArrowsBelow(Box box, double x, double y) =>
    [
        .. box.Arrows.Select((arrow, place) => Drawn(arrow, PortOf(box.Activity, place), x, y)),
        .. box.Inside.SelectMany(inside => ArrowsBelow(inside, x + inside.X, y + inside.Y)),
    ];

    private static DrawnActivity Drawn(Box box, double x, double y, int depth) => new(box.Activity, x, y, box.Width, box.Height)
    {
        Title = ActivityTitle.Of(box.Activity),
        Subtitle = ActivityTitle.Subtitle(box.Activity),
        Depth = depth,
        IsContainer = box.Inside.Count > 0,
        IsUnreachable = box.IsUnreachable,
    };

    private static DrawnArrow Drawn(Arrow arrow, string port, double x, double y) => new(
        arrow.From.Activity.Id, arrow.To.Activity.Id, port, arrow.Label, [.. arrow.Way.Select(point => (point.X + x, point.Y + y))], arrow.HasCorners);

    // A flowchart's arrows stand in the order of its connections; those of a sequence lead on when an activity is done.
    private static string PortOf(ActivityDefinition container, int place) =>
        place < container.Connections.Count && container.Connections[place].SourcePort is { Length: > 0 } port ? port : "Done";
}
