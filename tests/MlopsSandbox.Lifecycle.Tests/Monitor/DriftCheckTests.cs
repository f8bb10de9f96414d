using System.Text.Json;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor;

public sealed class DriftCheckTests
{
    private const int BaselineRows = 2000, WindowRows = 400;
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DriftCheckSettings Settings = new() { Alpha = 0.002 };
    private static readonly double[] HeldOut = Draw(31, 500, random => random.NextDouble());
    private static readonly bool[] HeldOutLabels = [.. HeldOut.Select((score, i) => (i * 37 % 101 / 101.0) < score)];
    private static readonly Baseline Known = Baseline.From(Rows(1, BaselineRows), HeldOut, HeldOutLabels);

    [Fact]
    public void Run_SameDistribution_FindsNothingAndJudgesEverything()
    {
        DriftReport report = Check(Rows(2, WindowRows));

        Assert.False(report.Drifted);
        Assert.Equal(["amount", "plan", "prediction", "quality"], report.Measures.Select(measure => measure.Name).Order());
        Assert.Empty(report.Notes);
    }

    [Fact] // one of four tests each gets the level of the whole check: 0.002 / 4
    public void Run_AnyWindow_SplitsTheLevelEvenly() => Assert.All(Check(Rows(2, WindowRows)).Measures, measure => Assert.Equal(0.0005, measure.Alpha));

    [Fact]
    public void Run_ShiftedNumber_NamesItFirst()
    {
        DriftReport report = Check(With(Rows(2, WindowRows), Numbers(2, WindowRows, value => value + 0.5)));

        Assert.Equal(("amount", "ks", true), (report.Measures[0].Name, report.Measures[0].Test, report.Measures[0].Drifted));
        Assert.Single(report.Measures, measure => measure.Drifted);
    }

    [Fact]
    public void Run_AllMissing_AlarmsAndLeavesTheOthersAlone()
    {
        DriftReport report = Check(With(Rows(2, WindowRows), Numbers(2, WindowRows, _ => double.NaN)));

        Assert.Equal(("amount", "missing-share", true), (report.Measures[0].Name, report.Measures[0].Test, report.Measures[0].Drifted));
        Assert.Equal(4, report.Measures.Count);
        Assert.Single(report.Measures, measure => measure.Drifted);
    }

    [Fact]
    public void Run_ThreePercentMissingWhereNothingWas_Alarms()
    {
        int row = 0;
        DriftReport report = Check(With(Rows(2, WindowRows), Numbers(2, WindowRows, value => row++ % 33 == 0 ? double.NaN : value)));

        Assert.Equal(("amount", "missing-share", true), (report.Measures[0].Name, report.Measures[0].Test, report.Measures[0].Drifted));
    }

    [Fact]
    public void Run_NewCategory_AlarmsByUnseenShare()
    {
        string?[] plans = [.. ((CategoricalColumn)Rows(2, WindowRows)["plan"]).Values.Select((plan, i) => i % 40 == 0 ? "brand-new" : plan)];

        DriftReport report = Check(With(Rows(2, WindowRows), new CategoricalColumn("plan", plans)));

        Assert.Equal(("plan", "unseen-share", true), (report.Measures[0].Name, report.Measures[0].Test, report.Measures[0].Drifted));
    }

    [Fact]
    public void Run_ConstantBaseline_SeesAChangeToEitherSide()
    {
        Baseline constant = Baseline.From(With(Rows(1, BaselineRows), Numbers(1, BaselineRows, _ => 5)), HeldOut, HeldOutLabels);

        Assert.False(Check(With(Rows(2, WindowRows), Numbers(2, WindowRows, _ => 5)), constant).Drifted);
        Assert.True(Check(With(Rows(2, WindowRows), Numbers(2, WindowRows, _ => 4)), constant).Drifted);
        Assert.True(Check(With(Rows(2, WindowRows), Numbers(2, WindowRows, _ => 6)), constant).Drifted);
    }

    [Fact]
    public void Run_FewRows_SaysSoAndNeverAlarms()
    {
        DriftReport report = Check(With(Rows(2, 99), Numbers(2, 99, _ => 1000)));

        Assert.DoesNotContain(report.Measures, measure => measure.Kind != DriftKind.Quality);
        Assert.False(report.Drifted);
        Assert.Equal(["Requests in the window: 99; features and predictions are judged from 100 on."], report.Notes);
    }

    [Fact]
    public void Run_FewLabels_SaysSo()
    {
        DriftReport report = DriftCheck.Run(Settings, Known, Window(Rows(2, WindowRows)), new LabelledWindow([0.1, 0.9], [false, true]));

        Assert.Equal(["1 positive and 1 negative labels have arrived; quality is judged from 10 of each on."], report.Notes);
        Assert.DoesNotContain(report.Measures, measure => measure.Kind == DriftKind.Quality);
    }

    [Fact]
    public void Run_ScoresThatGuess_AlarmByQualityAlone()
    {
        DriftReport report = DriftCheck.Run(Settings, Known, Window(Rows(2, WindowRows)), new LabelledWindow(HeldOut, [.. HeldOutLabels.Reverse()]));

        Assert.Equal(("quality", DriftKind.Quality), (report.Measures[0].Name, report.Measures[0].Kind));
        Assert.Single(report.Measures, measure => measure.Drifted);
    }

    [Fact] // a shift by a hundredth of a deviation is significant in 400,000 rows, and moves 4 of 1,000
    public void OfValues_TinyShiftOfManyRows_IsTooSmallToMatter()
    {
        double[] before = SortedSample.Of(Draw(5, 400_000, random => random.NextGaussian())), now = SortedSample.Of(Draw(6, 400_000, random => 0.02 + random.NextGaussian()));

        DriftMeasure measure = NumericDrift.OfValues("amount", DriftKind.Feature, before, now, 0.0005);

        Assert.True(measure.P < 0.0005);
        Assert.Equal(DriftVerdict.TooSmall, measure.Verdict);
    }

    [Fact]
    public void OfFeature_NoValueAnywhere_IsNotJudged()
    {
        NumericSummary empty = NumericSummary.Of("amount", [double.NaN, double.NaN]);

        DriftMeasure measure = NumericDrift.OfFeature(empty, empty, 0.01);

        Assert.Equal((DriftVerdict.NotJudged, "neither the baseline's 2 rows nor the window's 2 have a value"), (measure.Verdict, measure.NotJudged));
    }

    [Fact]
    public void OfFeature_EveryRowItsOwnValue_IsNotJudged()
    {
        CategoricalSummary before = Ids(0, 3_000), now = Ids(3_000, 1_000);

        Assert.Equal(DriftVerdict.NotJudged, CategoricalDrift.OfFeature(before, now, 0.01).Verdict);

        static CategoricalSummary Ids(int first, int count) => CategoricalSummary.Of("id", [.. Enumerable.Range(first, count).Select(i => $"id{i}")]);
    }

    [Fact]
    public void OfFeature_AMillionCategories_AreJudgedByTheirFrequentOnesAndNeverSeenOnes()
    {
        CategoricalSummary before = Users(0, frequent: 500_000), same = Users(0, frequent: 500_000), others = Users(700_000, frequent: 400_000);

        Assert.Equal(DriftVerdict.NotFound, CategoricalDrift.OfFeature(before, same, 0.001).Verdict);
        Assert.Equal(DriftVerdict.Drifted, CategoricalDrift.OfFeature(before, others, 0.001).Verdict);

        static CategoricalSummary Users(int first, int frequent) => CategoricalSummary.Of(
            "user", [.. Enumerable.Range(first, 1_000_000).Select(i => $"user {i}"), .. Enumerable.Repeat("guest", frequent)]);
    }

    [Fact]
    public void OfFeature_RareCategoriesAtASmallLevel_AreHeldAgainstRandomTables()
    {
        CategoricalSummary before = Plans(400, 30), now = Plans(200, 60);

        DriftMeasure measure = CategoricalDrift.OfFeature(before, now, 0.001);

        Assert.True(measure.Drifted);
        Assert.Contains("by up to 20000 random tables", measure.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("random tables", CategoricalDrift.OfFeature(Plans(40_000, 3_000), Plans(20_000, 6_000), 0.001).Why, StringComparison.Ordinal);

        static CategoricalSummary Plans(int basic, int pro) => new("plan", new SortedDictionary<string, int>(StringComparer.Ordinal) { ["basic"] = basic, ["pro"] = pro }, 0);
    }

    [Fact]
    public void Run_OtherOrderOfRows_GivesTheSameReport()
    {
        Table rows = Rows(2, WindowRows);
        DriftReport report = Check(rows), reversed = Check(rows.Take([.. Enumerable.Range(0, WindowRows).Reverse()]));

        Assert.Equal(report.Measures, reversed.Measures);
    }

    [Fact]
    public void Severity_AnyMeasure_ReachesOneWhereItAlarms()
    {
        for (double shift = 0; shift < 0.4; shift += 0.01)
        {
            DriftMeasure amount = Check(With(Rows(2, WindowRows), Numbers(2, WindowRows, value => value + shift))).Measures.Single(measure => measure.Name == "amount");
            Assert.Equal(amount.Drifted, amount.Severity >= 1);
        }
    }

    [Fact]
    public void Write_Report_HasTheSharedShape()
    {
        JsonElement json = JsonSerializer.Deserialize<JsonElement>(DriftReportJson.Write(Check(With(Rows(2, WindowRows), Numbers(2, WindowRows, value => value + 0.5)))));

        Assert.Equal(["windowStart", "windowEnd", "rows", "drifted", "features", "quality", "monitors", "notes"], json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2026-01-04T00:00:00Z", json.GetProperty("windowEnd").GetString());
        Assert.Equal(
            ["name", "kind", "test", "score", "threshold", "drifted", "p", "alpha", "psi", "psiThreshold", "effect", "severity", "verdict", "moved", "leastMoved", "leastRows", "why"],
            json.GetProperty("features")[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal([("amount", DriftKind.Feature)], DriftReportJson.Drifted(json));
    }

    private static DriftReport Check(Table window, Baseline? baseline = null) =>
        DriftCheck.Run(Settings, baseline ?? Known, Window(window), new LabelledWindow(HeldOut, HeldOutLabels));

    private static MonitorWindow Window(Table rows) => new(Begin, Begin.AddDays(3), rows, Draw(32, rows.Count, random => random.NextDouble()));

    private static Table Rows(int seed, int rows) => new(
        [.. Enumerable.Range(0, rows)],
        [Numbers(seed, rows, value => value), new CategoricalColumn("plan", Draw(seed + 100, rows, random => random.NextInt(10) switch { < 6 => "basic", < 9 => "plus", _ => "pro" }))],
        new bool[rows]);

    private static NumericColumn Numbers(int seed, int rows, Func<double, double> change) =>
        new("amount", Draw(seed, rows, random => change(random.NextGaussian())));

    private static Table With(Table table, Column column) => TelcoDrift.Replace(table, column);

    private static T[] Draw<T>(int seed, int rows, Func<SeededRandom, T> draw)
    {
        SeededRandom random = new(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => draw(random))];
    }
}
