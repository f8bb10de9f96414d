using System.Text;
using System.Xml;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Drawings;

/// <summary>A definition as an SVG picture on a light ground of its own, so that it reads on dark pages too. Nothing in a definition becomes markup.</summary>
public static class SvgPicture
{
    private const double Margin = 16, BoltSize = 14;

    private static readonly XmlWriterSettings Written = new() { Indent = true, IndentChars = " ", OmitXmlDeclaration = true, NewLineChars = "\n" };

    /// <summary>The picture's text; ends with a line break. The same definition gives the same text.</summary>
    public static string Of(WorkflowDefinition definition)
    {
        var root = PictureLayout.Of(definition);
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Written)) Draw(new SvgText(writer), definition, root);
        return text.Append('\n').ToString();
    }

    private static void Draw(SvgText svg, WorkflowDefinition definition, Box root)
    {
        var (width, height) = (root.Width + 2 * Margin, root.Height + 2 * Margin);
        svg.Picture(width, height, DrawnText.OneLine(definition.Name), DrawnText.OneLine(definition.Description));
        svg.Rectangle(0, 0, width, height, 8, Palette.Ground, Palette.Frame);
        Draw(svg, root, Margin, Margin);
        svg.End();
    }

    private static void Draw(SvgText svg, Box box, double x, double y)
    {
        var colour = Palette.Of(box.Activity);
        svg.Group(DrawnText.OneLine($"{box.Activity.Id} ({box.Activity.Type})"));
        var ground = box.Inside.Count == 0 ? colour.Ground : Palette.Inside(Depth(box.Activity));
        svg.Rectangle(x, y, box.Width, box.Height, 6, ground, colour.Line, isDashed: box.IsUnreachable);
        if (box.Inside.Count == 0) svg.Rectangle(x, y, 4, box.Height, 2, colour.Line, colour.Line);
        if (box.Activity.IsTrigger) Bolt(svg, x + box.Width - BoltSize - 8, y + 8, colour.Line);
        svg.Text(x + 14, y + 21, PictureLayout.TitleSize, Palette.Ink, ActivityTitle.Of(box.Activity), isStrong: true);
        svg.Text(x + 14, y + 37, PictureLayout.SubtitleSize, Palette.FaintInk, ActivityTitle.Subtitle(box.Activity));
        svg.End();
        foreach (var arrow in box.Arrows) svg.Arrow(Moved(arrow.Way, x, y), arrow.HasCorners);
        foreach (var inside in box.Inside) Draw(svg, inside, x + inside.X, y + inside.Y);
        foreach (var arrow in box.Arrows.Where(arrow => arrow.Label.Length > 0)) Label(svg, arrow, x, y);
    }

    private static void Label(SvgText svg, Arrow arrow, double x, double y) =>
        svg.Text(x + arrow.Way[0].X + 6, y + arrow.Way[0].Y - 5, PictureLayout.SubtitleSize, Palette.FaintInk, arrow.Label, hasHalo: true);

    private static void Bolt(SvgText svg, double x, double y, string colour) =>
        svg.Area([(x + 8, y), (x + 1, y + 8), (x + 6, y + 8), (x + 5, y + 14), (x + 12, y + 6), (x + 7, y + 6)], colour);

    private static (double X, double Y)[] Moved(IReadOnlyList<(double X, double Y)> way, double x, double y) => [.. way.Select(point => (point.X + x, point.Y + y))];

    private static int Depth(ActivityDefinition activity) => activity.Container is { } container ? Depth(container) + 1 : 0;
}
