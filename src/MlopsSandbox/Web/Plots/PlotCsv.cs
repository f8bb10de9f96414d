using System.Globalization;

namespace MlopsSandbox.Web.Plots;

/// <summary>A plot as a file of comma-separated values (RFC 4180): its numbers as they are, and below an empty line what is set apart in it. Pure.</summary>
internal static class PlotCsv
{
    /// <summary>The file's text.</summary>
    public static string Of(PlotSpec spec)
    {
        PlotNumbers numbers = PlotNumbers.Of(spec, Position, Value);
        string[][] apart = [.. Apart(spec)];
        IEnumerable<IReadOnlyList<string>> lines = [numbers.Heads, .. numbers.Rows];
        if (apart.Length > 0) lines = [.. lines, [], ["set apart", "from", "to", "height"], .. apart];
        return string.Concat(lines.Select(line => string.Join(',', line.Select(Cell)) + "\n"));
    }

    private static IEnumerable<string[]> Apart(PlotSpec spec) =>
    [
        .. spec.Bands.Select(band => new[] { band.Name, Position(spec.X, band.From), band.To is { } to ? Position(spec.X, to) : "", "" }),
        .. spec.Marks.Select(mark => new[] { mark.Name, Position(spec.X, mark.X), "", "" }),
        .. spec.Limits.Select(limit => new[] { limit.Name, "", "", Exact(limit.Y) }),
    ];

    private static string Position(PlotAxis axis, double x) => axis.Kind switch
    {
        AxisKind.Time => DateTimeOffset.FromUnixTimeMilliseconds((long)x).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        AxisKind.Category => PlotText.Position(axis, x),
        _ => Exact(x),
    };

    private static string Value(PlotSpec spec, PlotSeries series, PlotPoint? point) => point switch
    {
        { Text: { } text } => text,
        { Y: { } y } => Position(spec.AxisOf(series), y),
        _ => "",
    };

    private static string Exact(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Cell(string text) => text.AsSpan().ContainsAny("\",\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
