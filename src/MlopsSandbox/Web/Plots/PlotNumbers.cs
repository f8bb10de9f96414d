namespace MlopsSandbox.Web.Plots;

/// <summary>The numbers of a plot as a table: a row a position and a column a series; or, where a series has several points at one position, a row a point. Pure.</summary>
/// <param name="Heads">The heads of the columns, with their units.</param>
/// <param name="Count">How many rows there are.</param>
/// <param name="Rows">The rows; written as they are asked for.</param>
internal sealed record PlotNumbers(IReadOnlyList<string> Heads, int Count, IEnumerable<IReadOnlyList<string>> Rows)
{
    /// <summary>The table of a plot.</summary>
    /// <param name="spec">The plot.</param>
    /// <param name="position">Writes a position on an axis.</param>
    /// <param name="value">Writes a point of a series, or that there is none.</param>
    public static PlotNumbers Of(PlotSpec spec, Func<PlotAxis, double, string> position, Func<PlotSpec, PlotSeries, PlotPoint?, string> value) =>
        spec.Series.Any(HasSeveralAtOnePosition) ? ByPoint(spec, position, value) : ByPosition(spec, position, value);

    private static PlotNumbers ByPosition(PlotSpec spec, Func<PlotAxis, double, string> position, Func<PlotSpec, PlotSeries, PlotPoint?, string> value)
    {
        double[] positions = [.. spec.Series.SelectMany(series => series.Points).Select(point => point.X).Distinct().Order()];
        Dictionary<double, PlotPoint>[] points = [.. spec.Series.Select(series => series.Points.ToDictionary(point => point.X))];
        return new PlotNumbers(
            [PlotText.Head(spec.X), .. spec.Series.Select(series => spec.AxisOf(series).Unit is { } unit ? $"{series.Name} ({unit})" : series.Name)],
            positions.Length,
            positions.Select(x => (IReadOnlyList<string>)[position(spec.X, x), .. spec.Series.Select((series, place) => value(spec, series, points[place].GetValueOrDefault(x)))]));
    }

    private static PlotNumbers ByPoint(PlotSpec spec, Func<PlotAxis, double, string> position, Func<PlotSpec, PlotSeries, PlotPoint?, string> value) => new(
        ["series", PlotText.Head(spec.X), spec.Below.Count == 0 ? PlotText.Head(spec.Y) : "value"],
        spec.Series.Sum(series => series.Points.Count),
        from series in spec.Series
        from point in series.Points
        select (IReadOnlyList<string>)[spec.Below.Count == 0 ? series.Name : $"{series.Name}: {PlotText.Head(spec.AxisOf(series))}", position(spec.X, point.X), value(spec, series, point)]);

    private static bool HasSeveralAtOnePosition(PlotSeries series) => series.Points.DistinctBy(point => point.X).Count() < series.Points.Count;
}
