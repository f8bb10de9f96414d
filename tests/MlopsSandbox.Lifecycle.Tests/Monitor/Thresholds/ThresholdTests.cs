using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Thresholds;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Thresholds;

/// <summary>Features and predictions against thresholds that the scenario names: a normal number and a text of two values.</summary>
public sealed class ThresholdTests
{
    private const double Alpha = 0.01;
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory] // half of 1,000 rows are "a", and 400 of the window's 1,000; smoothed by half a row a bin, PSI is 0.0404654, by hand
    [InlineData(0.04, true)]
    [InlineData(0.05, false)]
    public void Fixed_Psi_AlarmsAboveTheFigureAndSaysThatChanceIsUnknown(double above, bool drifted)
    {
        DriftReport report = Check(new FixedThreshold(DistanceScore.Psi, above), Texts(500, 500), Texts(400, 600));

        DriftMeasure text = Of(report, "text");
        Assert.Equal(0.0404654, text.Score, tolerance: 1e-6);
        Assert.Equal((above, drifted, "psi"), (text.Threshold, text.Drifted, text.Test));
        Assert.Equal((true, true), (double.IsNaN(text.P), double.IsNaN(text.Alpha)));
        Assert.Equal("PSI against a threshold that somebody chose: how often it alarms by chance is not known", text.Why);
        Assert.Contains("Features and predictions have a fixed threshold: how often they alarm by chance is not known, so that the false-alarm budget is not kept.", report.Notes);
    }

    [Fact]
    public void Fixed_EachScore_IsTheLibrarysDistance()
    {
        double[] before = Normal(1, 800, 0), now = Normal(2, 300, 0.3);

        Assert.Equal(Wasserstein.Normed(before, now), Score(DistanceScore.Wasserstein), 1e-9);
        Assert.Equal(JensenShannon.Distance(QuantileBins.Of([.. before.Order()]).CountsOf(before), QuantileBins.Of([.. before.Order()]).CountsOf(now)), Score(DistanceScore.JensenShannon), 1e-12);
        Assert.Equal(0.1, Of(Check(new FixedThreshold(DistanceScore.Wasserstein, 0), Texts(500, 500), Texts(400, 600)), "text").Score, 1e-12);    // of a text total variation

        double Score(DistanceScore score) => Of(Check(new FixedThreshold(score, 0), Numbers(before), Numbers(now)), "number").Score;
    }

    [Fact]
    public void Chunks_EnoughOfThem_GiveAThresholdWithItsRateOfFalseAlarms()
    {
        DriftReport quiet = Check(new ChunkThreshold(DistanceScore.Psi, 3), Numbers(Normal(1, 2_400, 0)), Numbers(Normal(2, 100, 0))), shifted = Check(new ChunkThreshold(DistanceScore.Psi, 3), Numbers(Normal(1, 2_400, 0)), Numbers(Normal(3, 100, 1)));

        Assert.Equal((false, true), (Of(quiet, "number").Drifted, Of(shifted, "number").Drifted));
        Assert.Contains("mean + 3 σ of 24 chunks of the baseline", Of(quiet, "number").Why, StringComparison.Ordinal);
        Assert.InRange(Of(quiet, "number").Alpha, 0.002, 0.05);
        Assert.Contains(quiet.Notes, note => note.StartsWith("Thresholds of 3 σ: where nothing has changed up to ", StringComparison.Ordinal));
    }

    [Fact] // each reference has its own chunks, held against windows of the same normal distribution
    public void Chunks_NewWindows_AlarmAboutAsOftenAsTheReportSays()
    {
        double told = 0;
        int alarms = 0;
        const int references = 8, windows = 50;
        for (int reference = 0; reference < references; reference++)
        {
            Table before = Numbers(Normal(reference, 2_400, 0));
            for (int window = 0; window < windows; window++)
            {
                DriftMeasure measure = Of(Check(new ChunkThreshold(DistanceScore.Psi, 3), before, Numbers(Normal((1_000 * (reference + 1)) + window, 100, 0)), reference, new LeastChange(0, 0)), "number");
                told += measure.Alpha / (references * windows);
                alarms += measure.Drifted ? 1 : 0;
            }
        }

        Assert.InRange(told, 0.004, 0.03);
        Assert.Equal(told, (double)alarms / (references * windows), tolerance: 0.02);    // three standard errors
    }

    [Fact]
    public void Chunks_TooFew_AreNotJudgedWithTheReason()
    {
        DriftMeasure measure = Of(Check(new ChunkThreshold(DistanceScore.Psi, 3), Numbers(Normal(1, 1_999, 0)), Numbers(Normal(2, 100, 5))), "number");

        Assert.Equal("the 1999 rows of its baseline make 19 chunks of the window's 100; a threshold takes 20 of them at least", measure.NotJudged);
        Assert.Equal(DriftVerdict.NotJudged, measure.Verdict);
    }

    [Theory]
    [InlineData(DistanceScore.Psi)]
    [InlineData(DistanceScore.JensenShannon)]
    [InlineData(DistanceScore.Wasserstein)]
    public void Permutation_AShift_IsFoundAndNothingElse(DistanceScore score)
    {
        PermutationThreshold rule = new(score, null);

        DriftMeasure shifted = Of(Check(rule, Numbers(Normal(1, 500, 0)), Numbers(Normal(2, 200, 0.6))), "number"), quiet = Of(Check(rule, Numbers(Normal(1, 500, 0)), Numbers(Normal(3, 200, 0))), "number");

        Assert.Equal((true, false), (shifted.Drifted, quiet.Drifted));
        Assert.True(shifted.Score >= shifted.Threshold && quiet.Score < quiet.Threshold);
        Assert.True(shifted.P <= shifted.Alpha && quiet.P > quiet.Alpha);
    }

    [Fact] // two numbers' share of 1 % each is 0.5 %: 199 divisions at least, 399 without a word
    public void Permutation_NothingSaid_DrawsTwiceAsManyAsItsShareNeeds() =>
        Assert.Contains("of 399 random divisions", Of(Check(new PermutationThreshold(DistanceScore.Psi, null), Numbers(Normal(1, 500, 0)), Numbers(Normal(3, 200, 0))), "number").Why, StringComparison.Ordinal);

    [Fact]
    public void Permutation_TooFew_AreNotJudgedWithWhatIsNeeded() => Assert.Equal(
        "99 permutations allow no p below 0.01; its share of the budget, 0.005, takes 199",
        Of(Check(new PermutationThreshold(DistanceScore.Psi, 99), Numbers(Normal(1, 500, 0)), Numbers(Normal(3, 200, 3))), "number").NotJudged);

    [Fact]
    public void Permutation_SameSeed_SaysTheSameAndAnotherNearlySo()
    {
        (Table before, Table now) = (Numbers(Normal(1, 500, 0)), Numbers(Normal(2, 200, 0.2)));
        DriftMeasure first = P(7), again = P(7), other = P(8);

        Assert.Equal(first, again);
        Assert.NotEqual(first.P, other.P);
        Assert.Equal(first.P, other.P, tolerance: 0.03);

        DriftMeasure P(int seed) => Of(Check(new PermutationThreshold(DistanceScore.Wasserstein, 1_999), before, now, seed), "number");
    }

    [Fact] // 600 checks at 10 % a test: more than 86 alarms come with a probability of 0.0005 (binomial)
    public void Permutation_NothingChanged_KeepsItsShare()
    {
        DriftCheckSettings settings = new() { Alpha = 0.2, Thresholds = new PermutationThreshold(DistanceScore.Wasserstein, 49), LeastChange = new LeastChange(0, 0) };
        int alarms = Enumerable.Range(0, 600).Count(check => Of(DriftCheck.Run(settings with { Seed = check }, BaselineOf(Numbers(Normal(check, 150, 0))), WindowOf(Numbers(Normal(10_000 + check, 100, 0))), NoLabels), "number").Drifted);

        Assert.InRange(alarms, 30, 86);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Any_MissingValuesRise_AreSeenOrSaidToBeUnseen(ThresholdRule rule)
    {
        double[] gaps = [.. Normal(2, 200, 0).Select((value, row) => row % 3 == 0 ? double.NaN : value)];

        DriftMeasure measure = Of(Check(rule, Numbers(Normal(1, 4_400, 0)), Numbers(gaps)), "number");

        Assert.Equal((rule.Score != DistanceScore.Wasserstein, null), (measure.Drifted, measure.NotJudged));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Any_StrangeColumns_GiveAVerdictAndNoException(ThresholdRule rule)
    {
        double[] constant = [.. Enumerable.Repeat(5.0, 4_000)], missing = [.. Enumerable.Repeat(double.NaN, 200)], normal = Normal(1, 4_000, 0);

        Assert.False(Number(constant, constant[..200]).Drifted);
        Assert.True(Number(constant, Normal(2, 200, 0)).Drifted);
        Assert.Equal(rule.Score == DistanceScore.Wasserstein ? DriftVerdict.NotJudged : DriftVerdict.Drifted, Number(normal, missing).Verdict);
        Assert.False(Number(missing, missing).Drifted);
        Assert.True(Of(Check(rule, Texts(4_000, 0), Texts(0, 200)), "text").Drifted);

        DriftMeasure Number(double[] before, double[] now) => Of(Check(rule, Numbers(before), Numbers(now)), "number");
    }

    [Theory] // 1.5 of 100 rows have moved, in 40,000
    [InlineData(0.02, DriftVerdict.TooSmall)]
    [InlineData(0.01, DriftVerdict.Drifted)]
    public void LeastChange_ACertainButSmallChange_IsAsLargeAsTheScenarioSays(double values, DriftVerdict expected)
    {
        DriftReport report = Check(null, Texts(20_000, 20_000), Texts(19_400, 20_600), least: new LeastChange(values, 0.005));

        Assert.Equal((expected, values), (Of(report, "text").Verdict, Of(report, "text").LeastMoved));
    }

    [Theory] // 1 of 100 values is missing now
    [InlineData(0.005, DriftVerdict.Drifted)]
    [InlineData(0.02, DriftVerdict.TooSmall)]
    public void LeastChange_AFewMissingValues_AreAsManyAsTheScenarioSays(double shares, DriftVerdict expected)
    {
        double[] gaps = [.. Normal(2, 4_000, 0).Select((value, row) => row % 100 == 0 ? double.NaN : value)];

        Assert.Equal(expected, Of(Check(null, Numbers(Normal(1, 4_000, 0)), Numbers(gaps), least: new LeastChange(0.02, shares)), "number").Verdict);
    }

    public static TheoryData<ThresholdRule> Rules() =>
    [
        .. Enum.GetValues<DistanceScore>().SelectMany(score => new ThresholdRule[] { new FixedThreshold(score, 0.2), new ChunkThreshold(score, 3), new PermutationThreshold(score, null) }),
    ];

    private static readonly LabelledWindow NoLabels = new([], Array.Empty<bool>());

    private static DriftReport Check(ThresholdRule? rule, Table before, Table now, int seed = 1, LeastChange? least = null) => DriftCheck.Run(
        new DriftCheckSettings { Alpha = Alpha, Thresholds = rule, Seed = seed, LeastChange = least ?? LeastChange.Default, Watches = [WatchedPart.Features, WatchedPart.Prediction] },
        BaselineOf(before), WindowOf(now), NoLabels);

    private static Baseline BaselineOf(Table rows) => Baseline.From(rows, [.. Normal(50, 500, 0).Select(value => 1 / (1 + Math.Exp(value)))], [.. Enumerable.Range(0, 500).Select(row => row % 2 == 0)]);

    private static MonitorWindow WindowOf(Table rows) => new(Begin, Begin.AddDays(3), rows, [.. Normal(51, rows.Count, 0).Select(value => 1 / (1 + Math.Exp(value)))]);

    private static DriftMeasure Of(DriftReport report, string name) => report.Measures.Single(measure => measure.Name == name);

    private static Table Numbers(double[] values) => new([.. Enumerable.Range(0, values.Length)], [new NumericColumn("number", values)], new double[values.Length]);

    private static Table Texts(int a, int b) =>
        new([.. Enumerable.Range(0, a + b)], [new CategoricalColumn("text", [.. Enumerable.Repeat("a", a), .. Enumerable.Repeat("b", b)])], new double[a + b]);

    private static double[] Normal(int seed, int rows, double mean)
    {
        SeededRandom random = new(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => mean + random.NextGaussian())];
    }
}
