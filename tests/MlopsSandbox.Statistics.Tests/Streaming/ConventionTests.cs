using System.Text.Json;

namespace MlopsSandbox.Statistics.Tests.Streaming;

/// <summary>Where published detectors disagree, and what these do.</summary>
public class ConventionTests
{
    [Fact]
    public void Ddm_FirstErrorAfterAnErrorFreeStart_IsADriftByThePapersLetterOnly()
    {
        double[] stream = [.. new double[100], 1];
        Assert.Equal(DriftState.Stable, LastOf(new Ddm(), stream));
        Assert.Equal(DriftState.Drift, LastOf(new Ddm(new() { MinimumErrors = 0 }), stream));
    }

    [Theory]
    [InlineData(29, DriftState.Stable)]
    [InlineData(30, DriftState.Drift)]
    public void Cusum_FirstVerdict_FallsAtTheThirtiethItem(int items, DriftState expected) =>
        Assert.Equal(expected, LastOf(new Cusum(new() { Target = 0, Threshold = 10 }), [.. Enumerable.Repeat(1.0, items)]));

    [Fact]
    public void Eddm_ItemsBetweenErrors_KeepTheWarning()
    {
        Eddm detector = new();
        int kept = 0;
        foreach (double value in Streams.Reference["recurring"])
        {
            bool warned = detector.State == DriftState.Warning;
            DriftState state = detector.Update(value);
            if (!warned || value == 1) continue;
            Assert.Equal(DriftState.Warning, state);
            kept++;
        }

        Assert.NotEqual(0, kept);
    }

    [Fact]
    public void Fhddm_RightPredictionsGrowRare_IsADriftAtTheBound()
    {
        // √(ln 10⁶ / 200) is 0.2628: 27 fewer right of 100.
        Fhddm detector = new();
        Assert.Equal(DriftState.Stable, LastOf(detector, [.. new double[100], .. Enumerable.Repeat(1.0, 26)]));
        Assert.Equal(DriftState.Drift, detector.Update(1));
    }

    [Fact]
    public void HddmA_Fall_IsADriftOnlyWhenTwoSided()
    {
        double[] fall = [.. Enumerable.Repeat(1.0, 200), .. new double[100]];
        Assert.DoesNotContain(fall, value => OneSided.Update(value) == DriftState.Drift);
        HddmA twoSided = new(new() { TwoSided = true });
        Assert.Contains(fall, value => twoSided.Update(value) == DriftState.Drift);
    }

    private HddmA OneSided { get; } = new();

    [Fact]
    public void PageHinkley_NothingForgotten_BothFormsAreOne()
    {
        PageHinkley clamped = new(new() { Forgetting = 1, Threshold = 10 }), plain = new(new() { Forgetting = 1, Threshold = 10, Form = PageHinkleyForm.Plain });
        foreach (double value in Streams.Reference["recurring"])
        {
            Assert.Equal(clamped.Update(value), plain.Update(value));
            Assert.Equal(clamped.Rise, plain.Rise, 1e-9);
        }
    }

    [Fact]
    public void Stepd_AllRightAllWrong_IsSilentWhereTheStatisticIsNotDefined()
    {
        foreach (double constant in new[] { 0.0, 1.0 })
        {
            Stepd detector = new(new() { TwoSided = true });
            for (int i = 0; i < 300; i++) Assert.Equal((DriftState.Stable, 0.0), (detector.Update(constant), detector.Statistic));
        }
    }

    [Fact]
    public void Kswin_Drift_KeepsTheRecentItems()
    {
        Kswin detector = new(new SeededRandom(1));
        foreach (double value in Streams.Reference["real-large"])
        {
            if (detector.Update(value) != DriftState.Drift) continue;
            Assert.Equal(30, detector.Width);
            return;
        }

        Assert.Fail("There was no drift.");
    }

    [Fact]
    public void Reset_Kswin_ForgetsTheWindow()
    {
        Kswin detector = new(new SeededRandom(1));
        foreach (double value in Streams.Reference["real-none"]) detector.Update(value);
        detector.Reset();
        Assert.Equal((0, 0.0), (detector.Width, detector.Distance));
        for (int i = 0; i < 99; i++) Assert.Equal(0, (detector.Update(i), detector.Distance).Distance);
    }

    [Fact]
    public void Adwin_LongWindow_HasTheMeanAndVarianceOfItsItems()
    {
        Adwin detector = new();
        double[] values = Streams.Reference["unit-none"];
        foreach (double value in values) detector.Update(value);
        double mean = values.Average();
        Assert.Equal(values.Length, detector.Width);
        Assert.Equal(mean, detector.Mean, 1e-12);
        Assert.Equal(values.Average(value => (value - mean) * (value - mean)), detector.Variance, 1e-12);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(-1)]
    [InlineData(2)]
    public void Update_NeitherRightNorWrong_IsRefusedByDetectorsOfErrors(double value)
    {
        IDriftDetector[] ofErrors = [new Ddm(), new Eddm(), new Rddm(), new Stepd(), new Fhddm(), new Ecdd()];
        foreach (IDriftDetector detector in ofErrors)
        {
            ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() => detector.Update(value));
            Assert.StartsWith(
                FormattableString.Invariant($"The value is {value}; expected 0 (a right prediction) or 1 (a wrong one). The detector is as it was before."), refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void New_ImpossibleOptions_SaysAllThatIsWrong()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new Ddm(new() { MinimumItems = 0, DriftLevel = 1 }));
        Assert.StartsWith(
            "MinimumItems is 0; expected 1 or more. DriftLevel is 1 with WarningLevel 2; expected it above.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Fhddm(new() { Window = 5 }));
        Assert.Throws<ArgumentException>(() => new Kswin(new SeededRandom(1), new() { Window = 59 }));
    }

    [Fact]
    public void Restore_SnapshotOfNoDetector_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Ddm.Restore(new Ddm().Snapshot() with { Errors = 3 }));
        Assert.Throws<ArgumentException>(() => Ddm.Restore(JsonSerializer.Deserialize<DdmSnapshot>("""{"Items":3}""")!));
        Assert.Throws<ArgumentException>(() => Stepd.Restore(new Stepd().Snapshot() with { Recent = [2] }));
        Assert.Throws<ArgumentException>(() => Rddm.Restore(new Rddm().Snapshot() with { Stored = new byte[7001] }));
        Assert.Throws<ArgumentException>(() => Adwin.Restore(new Adwin().Snapshot() with { BucketsOfSize = [6] }));
        Assert.Throws<ArgumentException>(() => Kswin.Restore(new Kswin(new SeededRandom(1)).Snapshot() with { Sampler = new(0, 0, 0, 0) }));
    }

    private static DriftState LastOf(IDriftDetector detector, double[] stream)
    {
        foreach (double value in stream) detector.Update(value);
        return detector.State;
    }
}
