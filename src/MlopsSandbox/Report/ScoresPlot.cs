using System.Globalization;
using MlopsSandbox.Lifecycle.Monitor.Comparison;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;

namespace MlopsSandbox.Report;

/// <summary>How far each stretch of the current file is from the baseline, and what chance alone would give.</summary>
internal static class ScoresPlot
{
    public const double Height = 190;

    public static Svg Draw(ColumnComparison column, ChunkOrder order, PlotSize size)
    {
        (double[] x, string name) = Axis(order);
        (double X, ChunkScore Score)[] scores = [.. x.Zip(column.Scores).Where(point => point.Second.Rows > 0)];
        double most = Math.Max(scores.Max(point => point.Score.Psi), scores.Select(point => point.Score.Chance).Where(double.IsFinite).DefaultIfEmpty(0).Min() * 1.5);
        PlotFrame frame = new(size, Description(column, order), (x[0], Math.Max(x[^1], x[0] + 1)), (0, Math.Max(most * 1.1, 0.01)));
        frame.Axes(name, "index of the stretch", size.IsNarrow ? 4 : 8, 4);
        frame.Curve(scores.Select(point => (point.X, Math.Min(point.Score.Chance, most * 1.1))), "threshold guess", "chance exceeds this in one of a thousand stretches");
        frame.Curve(scores.Select(point => (point.X, point.Score.Psi)), "curve series0", column.Name);
        if (column.Since is { } since) frame.Moment(x[since.Chunk], since.Words, "moment true-drift");
        return frame.Drawing;
    }

    private static (double[] X, string Name) Axis(ChunkOrder order)
    {
        if (order.Column is null) return ([.. order.Begins.Select(row => row + 1.0)], "first row of the stretch");
        (double ticks, string unit) = (order.Begins[^1] - order.Begins[0]) switch
        {
            >= 3 * TimeSpan.TicksPerDay => (TimeSpan.TicksPerDay, "days"),
            >= 3 * TimeSpan.TicksPerHour => (TimeSpan.TicksPerHour, "hours"),
            _ => ((double)TimeSpan.TicksPerSecond, "seconds"),
        };
        return ([.. order.Begins.Select(time => (time - order.Begins[0]) / ticks)], $"{unit} since {ChunkLabel.Of(order, 0)} ({order.Column})");
    }

    private static string Description(ColumnComparison column, ChunkOrder order) => string.Create(CultureInfo.InvariantCulture,
        $"Population stability index of {column.Name} in {column.Scores.Count} stretches of the current file from {ChunkLabel.Of(order, 0)} to {ChunkLabel.Of(order, order.Begins.Count - 1)}; the largest is {column.Scores.Max(score => score.Psi):0.000}{(column.Since is { } since ? $"; {since.Words}" : "")}.");
}
