using System.Xml;

namespace MlopsSandbox.Workflows.Drawings;

/// <summary>Writes the few kinds of SVG elements that a drawing is made of.</summary>
internal sealed class SvgText(XmlWriter writer)
{
    private const string Space = "http://www.w3.org/2000/svg";

    public void Picture(double width, double height, string title, string description)
    {
        Start("svg", ("viewBox", $"0 0 {ArrowPath.Number(width)} {ArrowPath.Number(height)}"), ("width", ArrowPath.Number(width)), ("height", ArrowPath.Number(height)), ("role", "img"),
            ("font-family", "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"));
        writer.WriteElementString("title", Space, title);
        if (description.Length > 0) writer.WriteElementString("desc", Space, description);
        Start("defs");
        Start("marker", ("id", "tip"), ("viewBox", "0 0 8 8"), ("refX", "7.5"), ("refY", "4"), ("markerWidth", "7"), ("markerHeight", "7"), ("orient", "auto"));
        Element("path", ("d", "M0 0 L8 4 L0 8 Z"), ("fill", Palette.Arrow));
        End();
        End();
    }

    /// <summary>What belongs together, with the text that a browser shows over it.</summary>
    public void Group(string title)
    {
        Start("g");
        writer.WriteElementString("title", Space, title);
    }

    public void End() => writer.WriteEndElement();

    public void Rectangle(double x, double y, double width, double height, double round, string fill, string line, bool isDashed = false)
    {
        Start("rect", ("x", ArrowPath.Number(x)), ("y", ArrowPath.Number(y)), ("width", ArrowPath.Number(width)), ("height", ArrowPath.Number(height)), ("rx", ArrowPath.Number(round)), ("fill", fill), ("stroke", line));
        if (isDashed) writer.WriteAttributeString("stroke-dasharray", "4 3");
        End();
    }

    public void Text(double x, double y, double size, string colour, string text, bool isStrong = false, bool hasHalo = false)
    {
        Start("text", ("x", ArrowPath.Number(x)), ("y", ArrowPath.Number(y)), ("font-size", ArrowPath.Number(size)), ("fill", colour));
        if (isStrong) writer.WriteAttributeString("font-weight", "600");
        if (hasHalo) Attributes(("stroke", Palette.Ground), ("stroke-width", "3"), ("paint-order", "stroke"));
        writer.WriteString(text);
        End();
    }

    public void Area((double X, double Y)[] corners, string colour) =>
        Element("polygon", ("points", string.Join(' ', corners.Select(ArrowPath.Point))), ("fill", colour));

    public void Arrow((double X, double Y)[] way, bool hasCorners) => Element("path",
        ("d", ArrowPath.Of(way, hasCorners)), ("fill", "none"), ("stroke", Palette.Arrow), ("stroke-width", "1.5"), ("marker-end", "url(#tip)"));

    private void Element(string name, params (string Name, string Value)[] attributes)
    {
        Start(name, attributes);
        End();
    }

    private void Start(string name, params (string Name, string Value)[] attributes)
    {
        writer.WriteStartElement(name, Space);
        Attributes(attributes);
    }

    private void Attributes(params (string Name, string Value)[] attributes)
    {
        foreach (var (name, value) in attributes) writer.WriteAttributeString(name, value);
    }
}
