using System.Globalization;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Comparison;

namespace MlopsSandbox.Web.Monitor;

/// <summary>A feature, or the scores, of the baseline beside those of a check's window: shares of the rows by value or by range. Pure.</summary>
/// <param name="Name">The feature's name, or <c>prediction</c>.</param>
/// <param name="IsNumber">True for ranges of a number, false for values.</param>
/// <param name="BaselineRows">Rows of the baseline.</param>
/// <param name="CurrentRows">Requests in the window.</param>
/// <param name="Shares">By value or range.</param>
public sealed record FeatureDistribution(string Name, bool IsNumber, int BaselineRows, int CurrentRows, IReadOnlyList<ComparedShare> Shares)
{
    private const int AimedBins = 16, MostCategories = 12;
    private const double Tail = 0.005;

    /// <summary>What changed most, in words; null when either side has no rows, or nothing can be said.</summary>
    public string? Change { get; init; }

    /// <summary>Holds two summaries of the same column against each other.</summary>
    /// <exception cref="ArgumentException">One is a number, the other is not.</exception>
    internal static FeatureDistribution Of(ColumnSummary baseline, ColumnSummary current) => (baseline, current) switch
    {
        (NumericSummary before, NumericSummary now) => OfNumbers(before, now),
        (CategoricalSummary before, CategoricalSummary now) => OfValues(before, now),
        _ => throw new ArgumentException($"'{baseline.Name}' is a {baseline.GetType().Name} of the baseline and a {current.GetType().Name} of the window; expected the same kind."),
    };

    private static FeatureDistribution OfNumbers(NumericSummary before, NumericSummary now)
    {
        double[] edges = Edges(before.Values, now.Values);
        double[] was = SharesOf(before, edges), isNow = SharesOf(now, edges);
        bool hasLower = was[0] + isNow[0] > 0, hasUpper = was[^1] + isNow[^1] > 0;
        List<ComparedShare> shares = [];
        for (int bin = hasLower ? 0 : 1; bin < was.Length - (hasUpper ? 0 : 1); bin++) shares.Add(new ComparedShare(Label(edges, bin), was[bin], isNow[bin]));
        if (before.Missing + now.Missing > 0) shares.Add(Missing(before, now));
        return new FeatureDistribution(before.Name, true, before.Rows, now.Rows, shares) { Change = NumberChange.Words(before, now) };
    }

    private static FeatureDistribution OfValues(CategoricalSummary before, CategoricalSummary now)
    {
        ComparedShare[] all =
        [
            .. before.Counts.Keys.Union(now.Counts.Keys).Select(value => new ComparedShare(value, Share(before, value), Share(now, value)))
                .OrderByDescending(share => share.Baseline + share.Current).ThenBy(share => share.Label, StringComparer.Ordinal),
        ];
        List<ComparedShare> shares = [.. all.Length <= MostCategories ? all : all[..(MostCategories - 1)]];
        if (all[shares.Count..] is { Length: > 0 } others)
            shares.Add(new ComparedShare(string.Create(CultureInfo.InvariantCulture, $"{others.Length} others"), others.Sum(share => share.Baseline), others.Sum(share => share.Current)));
        if (before.Missing + now.Missing > 0) shares.Add(Missing(before, now));
        return new FeatureDistribution(before.Name, false, before.Rows, now.Rows, shares) { Change = CategoryChange.Words(before, now) };
    }

    // Round steps over what all but the outermost values of both cover; the first and the last bin take the rest.
    private static double[] Edges(double[] before, double[] now)
    {
        double[] finite = [.. before.Concat(now).Where(double.IsFinite)];
        if (finite.Length == 0) return [0];
        double low = new[] { before, now }.Where(values => values.Length > 0).Min(values => At(values, Tail)), high = new[] { before, now }.Where(values => values.Length > 0).Max(values => At(values, 1 - Tail));
        double step = RoundStep((high - low) / AimedBins);
        if (!(step > 0)) return [low];
        double first = Math.Floor(low / step), last = Math.Ceiling(high / step);
        return [.. Enumerable.Range(0, (int)(Math.Max(last, first + 1) - first) + 1).Select(edge => (first + edge) * step)];
    }

    private static double At(double[] ascending, double share) => Math.Clamp(ascending[(int)(share * (ascending.Length - 1))], -1e300, 1e300);

    private static double RoundStep(double step)
    {
        if (!(step > 0) || !double.IsFinite(step)) return 0;
        double ten = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return ten * new[] { 1, 2, 2.5, 5, 10 }.First(one => one * ten >= step * 0.999999);
    }

    // The first bin lies below all edges, the last from the last edge on.
    private static double[] SharesOf(NumericSummary column, double[] edges)
    {
        double[] shares = new double[edges.Length + 1];
        foreach (double value in column.Values)
        {
            int found = Array.BinarySearch(edges, value);
            shares[found >= 0 ? found + 1 : ~found] += 1.0 / column.Rows;
        }

        return shares;
    }

    private static string Label(double[] edges, int bin) =>
        bin == 0 ? $"below {Figure(edges[0])}" : bin == edges.Length ? $"from {Figure(edges[^1])}" : $"{Figure(edges[bin - 1])} – {Figure(edges[bin])}";

    private static string Figure(double value) => Math.Round(value, 10).ToString(Math.Abs(value) >= 10_000 ? "N0" : "0.####", CultureInfo.InvariantCulture);

    private static ComparedShare Missing(ColumnSummary before, ColumnSummary now) => new("no value", Part(before.Missing, before.Rows), Part(now.Missing, now.Rows));

    private static double Share(CategoricalSummary column, string value) => Part(column.Counts.GetValueOrDefault(value), column.Rows);

    private static double Part(int rows, int all) => all == 0 ? 0 : (double)rows / all;
}
