using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Windows;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Windows;

/// <summary>Whole quiet stories of checks keep the budget, however their windows overlap: 10 days of 60 requests, a number, a text and scores, a check each day.</summary>
public sealed class WindowBudgetTests
{
    private const int Stories = 60, Days = 10, RowsADay = 60;
    private const double Budget = 0.2;
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <remarks>At a rate of 20 % more than 22 of 60 stories alarm with a probability of 0.001 (binomial). No change is too small to count.</remarks>
    [Theory]
    [MemberData(nameof(WindowRuleTests.Rules), MemberType = typeof(WindowRuleTests))]
    public void QuietStories_AnyWindow_AlarmInNoMoreThanTheBudgetAllows(WindowRule rule) => Assert.InRange(Alarmed(rule, Budget / Days), 0, 22);

    [Fact] // what the division by the planned checks is for
    public void QuietStories_EachCheckAtTheWholeBudget_AlarmTooOften() => Assert.True(Alarmed(new TumblingDays(2), Budget) > 22);

    private static int Alarmed(WindowRule rule, double alpha) => Enumerable.Range(0, Stories).AsParallel().Count(seed => Alarms(rule, new SeededRandom(seed), alpha));

    private static bool Alarms(WindowRule rule, SeededRandom random, double alpha)
    {
        DriftCheckSettings settings = new() { Alpha = alpha, LeastChange = new LeastChange(0, 0), Watches = [WatchedPart.Features, WatchedPart.Prediction] };
        Baseline baseline = Baseline.From(Rows(random, 600), Scores(random, 300), [.. Enumerable.Range(0, 300).Select(row => row % 2 == 0)]);
        Table served = Rows(random, Days * RowsADay);
        double[] scores = Scores(random, Days * RowsADay);
        return Enumerable.Range(1, Days).Any(day => DriftCheck.Run(settings, baseline, WindowAfter(rule, day, served, scores), new LabelledWindow([], Array.Empty<bool>())).Drifted);
    }

    private static MonitorWindow WindowAfter(WindowRule rule, int day, Table served, double[] scores)
    {
        WindowSpan span = rule.At(Begin, Begin.AddDays(day), Enumerable.Range(0, day * RowsADay).Select(TimeOf));
        int[] rows = span.NotJudged is null ? [.. Enumerable.Range(0, day * RowsADay).Where(row => TimeOf(row) >= span.Start && TimeOf(row) < span.End)] : [];
        return new MonitorWindow(span.Start, span.End, served.Take(rows), [.. rows.Select(row => scores[row])]) { NotJudged = span.NotJudged };
    }

    private static DateTimeOffset TimeOf(int row) => Begin.AddDays((double)row / RowsADay);

    private static Table Rows(SeededRandom random, int rows) => new(
        [.. Enumerable.Range(0, rows)],
        [new NumericColumn("number", [.. Enumerable.Range(0, rows).Select(_ => random.NextGaussian())]), new CategoricalColumn("text", [.. Enumerable.Range(0, rows).Select(_ => random.NextInt(3) == 0 ? "a" : "b")])],
        new double[rows]);

    private static double[] Scores(SeededRandom random, int rows) => [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())];
}
