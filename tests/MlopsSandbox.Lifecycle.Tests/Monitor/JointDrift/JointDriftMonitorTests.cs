using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Monitor.JointDrift;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.JointDrift;

public sealed class JointDriftMonitorTests(TelcoCustomers telco) : IClassFixture<TelcoCustomers>
{
    private const double Alpha = 1e-4;
    private static readonly Table Known = RowsTogether.Rows(1, 1_000);
    private readonly Scenario _scenario = RowsTogether.ScenarioOf(telco.Scenario);

    [Fact] // each feature has the values that it had, in other company
    public void Judge_FeaturesThatPartCompany_AreFoundHereAndByNoTestOfOneFeature()
    {
        Table window = RowsTogether.Shuffled(RowsTogether.Rows(2, 360), "spending", 3);
        Baseline baseline = RowsTogether.BaselineOf(Known);

        MonitorFinding finding = Judge(window).Findings[0];
        DriftReport alone = DriftCheck.Run(new DriftCheckSettings { Alpha = 0.05 }, baseline, new MonitorWindow(default, default, window, RowsTogether.Score(window)), new LabelledWindow([], Array.Empty<double>()));

        Assert.True(finding.Found);
        Assert.InRange(finding.Value, 0.6, 0.95);
        Assert.Matches("It goes by (income, spending|spending, income), ", finding.Text);
        Assert.DoesNotContain(alone.Measures, measure => measure.Drifted && measure.Kind == DriftKind.Feature);
    }

    [Fact] // real customers: 300 with another one's tenure, which total_charges and monthly_charges no longer fit
    public void Judge_CustomersWithTheTenureOfOthers_AreFoundAndDescribed()
    {
        Baseline baseline = RowsTogether.BaselineOf(Known) with { Rows = RowSample.Of(telco.Rows.Take([.. Enumerable.Range(0, 2_500)]), new HashSet<int>(), 1) };
        Table window = RowsTogether.Shuffled(telco.Rows.Take([.. Enumerable.Range(3_000, 300)]), "tenure", 3);

        MonitorFinding finding = JointDriftMonitor.Judge(Alpha, RowsTogether.Evidence(telco.Scenario, baseline, window)).Findings[0];

        Assert.True(finding.Found);
        Assert.Contains("tenure", finding.Text, StringComparison.Ordinal);
        Assert.Contains("The rows that look newest: ", finding.Text, StringComparison.Ordinal);
    }

    [Fact] // 12 quiet windows at level 0.1: 1.2 expected at most, more than 5 less than once in a thousand; the test itself is tried on thousands elsewhere
    public void Judge_NothingChanged_AlarmsAtMostAtItsLevel()
    {
        Baseline[] baselines = [.. Enumerable.Range(0, 4).Select(seed => RowsTogether.BaselineOf(RowsTogether.Rows(100 + seed, 300)))];
        int alarms = Enumerable.Range(0, 12).Count(seed => JointDriftMonitor.Judge(0.1, RowsTogether.Evidence(_scenario, baselines[seed % 4], RowsTogether.Rows(200 + seed, 120), seed)).Findings[0].P <= 0.1);

        Assert.InRange(alarms, 0, 5);
    }

    [Fact]
    public void Judge_SameSeed_SaysTheSame() => Assert.Equal(Judge(RowsTogether.Rows(2, 200)).Findings, Judge(RowsTogether.Rows(2, 200)).Findings);

    [Fact] // certain with so many rows, but too small to matter
    public void Judge_CertainButSmallChange_IsNotFound()
    {
        MonitorFinding finding = JointDriftMonitor.Judge(0.5, RowsTogether.Evidence(_scenario, RowsTogether.BaselineOf(Known), RowsTogether.Rows(2, 1_000, city: 0.53))).Findings[0];

        Assert.InRange(finding.Value, 0, JointDriftMonitor.LeastArea);
        Assert.False(finding.Found);
    }

    [Fact] // each row has a name of its own: were a name that the baseline lacks new, every window would alarm
    public void Judge_Identifiers_TellNothing()
    {
        Table Named(Table rows, string prefix) => RowsTogether.With(rows, new CategoricalColumn("place", [.. Enumerable.Range(0, rows.Count).Select(i => $"{prefix}{i}")]));

        Assert.False(JointDriftMonitor.Judge(Alpha, RowsTogether.Evidence(_scenario, RowsTogether.BaselineOf(Named(Known, "a")), Named(RowsTogether.Rows(2, 300), "b"))).Found);
    }

    [Fact] // 40 rows that ask ten times each are 40 rows, not 400
    public void Judge_RowsThatAskAgain_CountOnce()
    {
        Table few = RowsTogether.Rows(2, 40);
        Table often = few.Take([.. Enumerable.Range(0, 400).Select(i => i % 40)]);

        Assert.Equal("40 different rows asked in the window, and the baseline keeps 1000; features are judged together from 100 of each on.", Judge(often).NotJudged);
    }

    [Theory]
    [InlineData(0, "The window has no requests.")]
    [InlineData(1, "1 different rows asked in the window, and the baseline keeps 1000; features are judged together from 100 of each on.")]
    public void Judge_TooFewRows_SaysSo(int rows, string expected) => Assert.Equal(expected, Judge(RowsTogether.Rows(2, rows)).NotJudged);

    [Fact]
    public void Judge_FeatureWithoutValues_IsLeftOutAndTheOthersAreJudged()
    {
        MonitorResult result = Judge(RowsTogether.With(RowsTogether.Rows(2, 200), new NumericColumn("age", [.. Enumerable.Repeat(double.NaN, 200)])));

        Assert.Equal(("quiet", 1), (result.Verdict, result.Judged));
        Assert.Equal(("age", "No request has a value."), (result.Findings[1].Subject, result.Findings[1].NotJudged));
    }

    [Fact]
    public void Judge_NoFeatureHasValues_SaysSo()
    {
        Table nothing = RowsTogether.With(RowsTogether.Rows(2, 200), new CategoricalColumn("place", new string?[200]));
        foreach (string name in new[] { "income", "spending", "age", "noise" }) nothing = RowsTogether.With(nothing, new NumericColumn(name, [.. Enumerable.Repeat(double.NaN, 200)]));

        Assert.StartsWith("0 features have values on both sides", Judge(nothing).NotJudged, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_FeatureThatTheScenarioLost_IsLeftOut()
    {
        Scenario fewer = _scenario with { Features = [.. RowsTogether.Features.SkipLast(1)] };
        MonitorResult result = JointDriftMonitor.Judge(Alpha, RowsTogether.Evidence(fewer, RowsTogether.BaselineOf(Known), RowsTogether.Rows(2, 200)));

        Assert.Equal(("quiet", "noise"), (result.Verdict, result.Findings[1].Subject));
    }

    [Fact]
    public void Judge_ConstantEverywhere_IsGuessing()
    {
        Table Constant(int rows) => new([.. Enumerable.Range(0, rows)], [.. RowsTogether.Rows(1, 1).Columns.Select(column => column.Take(new int[rows]))], new double[rows]);
        MonitorFinding finding = JointDriftMonitor.Judge(Alpha, RowsTogether.Evidence(_scenario, RowsTogether.BaselineOf(Constant(300)), Constant(200))).Findings[0];

        Assert.Equal((0.5, 1, false), (finding.Value, finding.P, finding.Found));
    }

    [Fact]
    public void Judge_OldBaseline_SaysSo() => Assert.Equal(
        "The baseline is of an older version and keeps no whole rows. Deploy the model again.",
        JointDriftMonitor.Judge(Alpha, RowsTogether.Evidence(_scenario, RowsTogether.BaselineOf(Known) with { Rows = null }, RowsTogether.Rows(2, 200))).NotJudged);

    [Fact]
    public void Judge_FeaturesAreNotWatched_SaysSo() => Assert.Equal(
        "The scenario does not watch features (monitor.watch).",
        JointDriftMonitor.Judge(Alpha, RowsTogether.Evidence(RowsTogether.ScenarioOf(telco.Scenario, WatchedPart.Quality), RowsTogether.BaselineOf(Known), RowsTogether.Rows(2, 200))).NotJudged);

    [Fact]
    public void Judge_LabelsThatAreNumbers_AreJudgedAlike() => Assert.Equal("quiet",
        JointDriftMonitor.Judge(Alpha, RowsTogether.Evidence(_scenario, RowsTogether.BaselineOf(Known, PredictionTask.Regression), RowsTogether.Rows(2, 200))).Verdict);

    private MonitorResult Judge(Table window) => JointDriftMonitor.Judge(Alpha, RowsTogether.Evidence(_scenario, RowsTogether.BaselineOf(Known), window));
}
