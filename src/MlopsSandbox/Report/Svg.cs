using System.Globalization;
using System.Net;
using System.Text;

namespace MlopsSandbox.Report;

/// <summary>An SVG drawing under construction. Colours and strokes are classes of the page's style sheet, so that light and dark need one drawing.</summary>
/// <param name="width">Width of the drawing in user units; text is 12 units high.</param>
/// <param name="height">Height in user units.</param>
/// <param name="description">What the drawing shows, for those who do not see it.</param>
internal sealed class Svg(double width, double height, string description)
{
    private readonly StringBuilder _body = new();

    public double Width => width;
    public double Height => height;

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        Element($"<line class=\"{style}\" x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\"/>");

    public void Rectangle(double x, double y, double w, double h, string style, string? tip = null) =>
        Element($"<rect class=\"{style}\" x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(0, w))}\" height=\"{N(Math.Max(0, h))}\" rx=\"2\"", "rect", tip);

    public void Circle(double x, double y, double radius, string style, string? tip = null) =>
        Element($"<circle class=\"{style}\" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\"", "circle", tip);

    public void Path(IEnumerable<(double X, double Y)> points, string style, string? tip = null) =>
        Element($"<path class=\"{style}\" d=\"M{string.Join("L", points.Select(point => $"{N(point.X)} {N(point.Y)}"))}\"", "path", tip);

    /// <summary>Writes a text of which the anchor (<c>start</c>, <c>middle</c> or <c>end</c>) stands at x, on the base line y.</summary>
    public void Text(double x, double y, string text, string style = "label", string anchor = "start") =>
        Element($"<text class=\"{style}\" x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\">{Escape(text)}</text>");

    /// <summary>The finished drawing.</summary>
    /// <param name="variant">A class for the whole drawing, such as <c>wide</c>.</param>
    public string Render(string variant) =>
        $"<svg class=\"plot {variant}\" viewBox=\"0 0 {N(width)} {N(height)}\" role=\"img\" aria-label=\"{Escape(description)}\" xmlns=\"http://www.w3.org/2000/svg\">\n{_body}</svg>\n";

    /// <summary>A number as SVG takes it, to a tenth of a unit.</summary>
    public static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Text that is safe in an element and in an attribute.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    private void Element(string whole) => _body.Append(whole).Append('\n');

    private void Element(string opened, string name, string? tip) =>
        Element(tip is null ? opened + "/>" : $"{opened}><title>{Escape(tip)}</title></{name}>");
}
