using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Drawings;

/// <summary>Gives every activity a box and every connection a way: as the designer placed them, else in layers from left to right.</summary>
internal static class PictureLayout
{
    public const double TitleSize = 13, SubtitleSize = 10.5, Header = 46, Padding = 22, RowGap = 26;

    private const double LeastWidth = 130, LeafHeight = 50, LabelHeight = 17;

    public static Box Of(WorkflowDefinition definition) => Of(definition.Root);

    private static Box Of(ActivityDefinition activity)
    {
        var box = new Box(activity) { Inside = [.. activity.Activities.Select(Of)] };
        (box.Width, box.Height) = (Math.Max(LeastWidth, TextWidth(activity) + 44), LeafHeight);
        if (box.Inside.Count == 0) return box;
        var boxes = box.Inside.ToDictionary(inside => inside.Activity);
        box.Arrows = [.. ArrowsOf.Container(activity).Select(arrow => new Arrow(boxes[arrow.From], boxes[arrow.To], arrow.Label))];
        foreach (var leaving in box.Arrows.GroupBy(arrow => arrow.From)) leaving.Key.Height = Math.Max(leaving.Key.Height, LabelHeight * (leaving.Count() + 1));
        Arrange(box);
        Enclose(box);
        return box;
    }

    private static void Arrange(Box box)
    {
        if (box.Activity.Behaviour is not Flowchart) Column.Place(box.Inside, box.Arrows);
        else if (!(box.IsByDesigner = DesignerPlaces.Place(box.Inside, box.Arrows))) Layers.Place(box.Inside, box.Arrows);
    }

    private static double TextWidth(ActivityDefinition activity) =>
        Math.Max(DrawnText.Width(ActivityTitle.Of(activity), TitleSize), DrawnText.Width(ActivityTitle.Subtitle(activity), SubtitleSize));

    private static void Enclose(Box box)
    {
        var left = Math.Min(box.Inside.Min(inside => inside.X), Points(box).Min(point => point.X));
        var top = Math.Min(box.Inside.Min(inside => inside.Y), Points(box).Min(point => point.Y));
        Move(box, Padding - left, Header - top);
        box.Width = Math.Max(box.Width, Math.Max(box.Inside.Max(inside => inside.Right), Points(box).Max(point => point.X)) + Padding);
        box.Height = Math.Max(box.Inside.Max(inside => inside.Bottom), Points(box).Max(point => point.Y)) + Padding;
    }

    private static IEnumerable<(double X, double Y)> Points(Box box) =>
        box.Arrows.SelectMany(arrow => arrow.Way).DefaultIfEmpty((box.Inside[0].X, box.Inside[0].Y));

    private static void Move(Box box, double x, double y)
    {
        foreach (var inside in box.Inside) (inside.X, inside.Y) = (inside.X + x, inside.Y + y);
        foreach (var arrow in box.Arrows) arrow.Way = [.. arrow.Way.Select(point => (point.X + x, point.Y + y))];
    }
}
