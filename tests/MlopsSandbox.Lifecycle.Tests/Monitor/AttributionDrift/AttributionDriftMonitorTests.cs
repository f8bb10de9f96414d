using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.AttributionDrift;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Ingest;
using MlopsSandbox.Lifecycle.Tests.Train;
using MlopsSandbox.Lifecycle.Train;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.AttributionDrift;

public sealed class AttributionDriftMonitorTests(TelcoCustomers telco) : IClassFixture<TelcoCustomers>
{
    private const double Alpha = 1e-4;
    private static readonly Table Known = RowsTogether.Rows(1, 600, city: 0.95);
    private readonly Scenario _scenario = RowsTogether.ScenarioOf(telco.Scenario);

    [Fact] // in the city the model goes by income, on the land by age
    public void Judge_EverybodyMovesToTheLand_FindsThatTheModelGoesByOtherFeatures()
    {
        MonitorFinding finding = Judge(RowsTogether.Rows(2, 300, city: 0.05)).Findings[0];

        Assert.True(finding.Found);
        Assert.InRange(finding.Value, 0.4, AttributionDriftMonitor.Limit);
        Assert.Matches("The score goes by age, .* most; on the held-out rows by income, ", finding.Text);
    }

    [Fact] // 100 quiet windows at level 0.1: 10 expected, standard deviation 3
    public void Judge_NothingChanged_KeepsItsLevel()
    {
        Baseline baseline(int seed) => RowsTogether.BaselineOf(RowsTogether.Rows(1_000 + seed, 60));
        int alarms = Enumerable.Range(0, 100).Count(seed => AttributionDriftMonitor.Judge(0.1, RowsTogether.Evidence(_scenario, baseline(seed), RowsTogether.Rows(2_000 + seed, 60), seed)).Findings[0].P <= 0.1);

        Assert.InRange(alarms, 1, 21);
    }

    [Theory] // one battery for all trainers and both tasks
    [MemberData(nameof(TrainersAndTasks))]
    public void Judge_ModelOfAnyTrainer_RanksItsFeatures(string trainer, PredictionTask task)
    {
        Dataset dataset = task == PredictionTask.Regression ? OfNumbers(SyntheticRows.Dataset(600)) : SyntheticRows.Dataset(600);
        TrainingData data = CandidateFitTests.Data(dataset);
        data = data with { Scenario = data.Scenario with { Task = task } };
        ModelPackage package = ModelPackage.Load(CandidateFit.Run(Trainers.Of(trainer).Defaults(), seed: 3, data).Package);
        Baseline baseline = RowsTogether.BaselineOf(Known, task) with { Rows = RowSample.Of(dataset.Rows, package.FitRowIds, seed: 1) };

        MonitorFinding finding = AttributionDriftMonitor.Judge(Alpha, RowsTogether.Evidence(data.Scenario, baseline, SyntheticRows.Of(200, seed: 2), score: package.Score)).Findings[0];

        Assert.Null(finding.NotJudged);
        Assert.False(finding.Found);
        Assert.InRange(finding.Value, AttributionDriftMonitor.Limit, 1);
    }

    [Fact]
    public void Judge_SameSeed_SaysTheSame() => Assert.Equal(Judge(RowsTogether.Rows(2, 200)).Findings, Judge(RowsTogether.Rows(2, 200)).Findings);

    [Theory]
    [InlineData(0, "The window has no requests.")]
    [InlineData(1, "1 different rows asked in the window, and the baseline keeps 300 held-out rows; attributions are ranked from 50 of each on.")]
    public void Judge_TooFewRows_SaysSo(int rows, string expected) => Assert.Equal(expected, Judge(RowsTogether.Rows(2, rows)).NotJudged);

    [Fact]
    public void Judge_ModelThatSaysTheSameOfAll_SaysSo() => Assert.Equal(
        "No feature moves the model's score, so there is no ranking.",
        AttributionDriftMonitor.Judge(Alpha, RowsTogether.Evidence(_scenario, RowsTogether.BaselineOf(Known), RowsTogether.Rows(2, 200), score: rows => new double[rows.Count])).NotJudged);

    [Fact]
    public void Judge_FeatureWithoutValues_IsLeftOutOfTheRanking()
    {
        MonitorResult result = Judge(RowsTogether.With(RowsTogether.Rows(2, 200, city: 0.95), new NumericColumn("noise", [.. Enumerable.Repeat(double.NaN, 200)])));

        Assert.Equal(("quiet", "noise", "No request has a value."), (result.Verdict, result.Findings[1].Subject, result.Findings[1].NotJudged));
    }

    [Fact]
    public void Judge_NewCategory_IsJudged()
    {
        MonitorResult result = Judge(RowsTogether.With(RowsTogether.Rows(2, 200), new CategoricalColumn("place", [.. Enumerable.Repeat("moon", 200)])));

        Assert.Equal(1, result.Judged);
    }

    [Fact]
    public void Judge_OldBaseline_SaysSo() => Assert.Equal(
        "The baseline is of an older version and keeps no whole rows. Deploy the model again.",
        AttributionDriftMonitor.Judge(Alpha, RowsTogether.Evidence(_scenario, RowsTogether.BaselineOf(Known) with { Rows = null }, RowsTogether.Rows(2, 200))).NotJudged);

    [Fact]
    public void Judge_FeaturesAreNotWatched_SaysSo() => Assert.Equal(
        "The scenario does not watch features (monitor.watch).",
        AttributionDriftMonitor.Judge(Alpha, RowsTogether.Evidence(RowsTogether.ScenarioOf(telco.Scenario, WatchedPart.Quality), RowsTogether.BaselineOf(Known), RowsTogether.Rows(2, 200))).NotJudged);

    [Fact]
    public void Judge_LabelsThatAreNumbers_AreJudgedAlike()
    {
        MonitorFinding finding = AttributionDriftMonitor.Judge(Alpha, RowsTogether.Evidence(
            _scenario, RowsTogether.BaselineOf(Known, PredictionTask.Regression), RowsTogether.Rows(2, 300, city: 0.05), score: rows => [.. RowsTogether.Score(rows).Select(score => 1_000 * score)])).Findings[0];

        Assert.True(finding.Found);
    }

    public static TheoryData<string, PredictionTask> TrainersAndTasks
    {
        get
        {
            TheoryData<string, PredictionTask> all = [];
            foreach (string trainer in Trainers.Names)
                foreach (PredictionTask task in Enum.GetValues<PredictionTask>()) all.Add(trainer, task);
            return all;
        }
    }

    private static Dataset OfNumbers(Dataset classes) => new(
        new Table(classes.Rows.RowIds, classes.Rows.Columns, [.. ((NumericColumn)classes.Rows["age"]).Values.Select((age, i) => (double.IsNaN(age) ? 40 : Math.Max(0, age)) + (30 * classes.Rows.Labels[i]))]),
        classes.Splits);

    private MonitorResult Judge(Table window) => AttributionDriftMonitor.Judge(Alpha, RowsTogether.Evidence(_scenario, RowsTogether.BaselineOf(Known), window));
}
