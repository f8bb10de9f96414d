using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Web.Plots;

/// <summary>A plot in words, and as the drawing reads it.</summary>
internal static class PlotText
{
    /// <summary>One sentence for those who do not see it.</summary>
    public static string Of(PlotSpec spec) => string.Join(' ', new[]
    {
        $"{spec.Title}: {string.Join(", ", spec.Below.Prepend(spec.Y).Select(Head))} by {Head(spec.X)}.",
        spec.Series.Count == 0 ? "Nothing is drawn yet." : $"Drawn: {string.Join(", ", spec.Series.Select(series => Extent(spec, series)))}.",
    }.Concat(Remarks(spec)));

    /// <summary>The head of an axis: its name, with its unit.</summary>
    public static string Head(PlotAxis axis) => axis.Unit is { } unit ? $"{axis.Name} ({unit})" : axis.Name;

    /// <summary>A position on an axis, as people read it.</summary>
    public static string Position(PlotAxis axis, double x) => axis.Kind switch
    {
        AxisKind.Time => DateTimeOffset.FromUnixTimeMilliseconds((long)x).UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        AxisKind.Category => x >= 0 && x < axis.Categories.Count ? axis.Categories[(int)x] : Height(x),
        _ => Height(x),
    };

    /// <summary>A point of a series, as people read it: in its own words, or by its height.</summary>
    public static string Value(PlotSpec spec, PlotSeries series, PlotPoint? point) => point switch
    {
        null => "–",
        { Text: { } text } => text,
        { Y: { } y } => Position(spec.AxisOf(series), y),
        _ => "–",
    };

    /// <summary>A height with four significant digits; a dash where nothing was measured.</summary>
    public static string Height(double? y) => y is { } known ? known.ToString(Math.Abs(known) >= 1000 ? "N0" : "G4", CultureInfo.InvariantCulture) : "–";

    /// <summary>What is set apart in a plot: a sentence each.</summary>
    public static IEnumerable<string> Remarks(PlotSpec spec) =>
    [
        .. spec.Bands.Select(band => $"{band.Name} from {Position(spec.X, band.From)}{(band.To is { } to ? $" to {Position(spec.X, to)}" : " on")}."),
        .. spec.Marks.Select(mark => $"{mark.Name} at {Position(spec.X, mark.X)}."),
        .. spec.Limits.Select(limit => $"{limit.Name} at {Height(limit.Y)}."),
    ];

    /// <summary>The plot as the drawing reads it.</summary>
    public static string Json(PlotSpec spec) => JsonSerializer.Serialize(spec, CatalogJson.Options);

    private static string Extent(PlotSpec spec, PlotSeries series)
    {
        if (spec.AxisOf(series).Kind == AxisKind.Category) return $"{series.Name}, {series.Points.Count} times";
        double[] heights = [.. series.Points.Select(point => point.Y).OfType<double>()];
        return heights.Length == 0 ? $"{series.Name}, empty" : $"{series.Name}, from {Height(heights.Min())} to {Height(heights.Max())}, last {Height(heights[^1])}";
    }
}
