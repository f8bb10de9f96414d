namespace MlopsSandbox.Statistics.Tests.Streaming;

/// <summary>Each detector with its defaults: false alarms where nothing changes, delay where much does, within what docs/detectors.md says.</summary>
public class FalseAlarmTests
{
    private const int Runs = 20, SteadyItems = 20_000, ItemsBefore = 300, ItemsAfter = 1_000;

    private static readonly IReadOnlyDictionary<string, Func<IDriftDetector>> Shipped = new Dictionary<string, Func<IDriftDetector>>
    {
        ["DDM"] = () => new Ddm(), ["EDDM"] = () => new Eddm(), ["RDDM"] = () => new Rddm(), ["Page-Hinkley"] = () => new PageHinkley(), ["CUSUM"] = () => new Cusum(),
        ["FHDDM"] = () => new Fhddm(), ["HDDM-A"] = () => new HddmA(), ["HDDM-W"] = () => new HddmW(), ["ECDD"] = () => new Ecdd(), ["STEPD"] = () => new Stepd(),
        ["ADWIN"] = () => new Adwin(), ["KSWIN"] = () => new Kswin(new SeededRandom(3)),
    };

    [Theory]        // In 400,000 items with an error rate of 0.2: twice the documented rate, and some for luck.
    [InlineData("ADWIN", 1)]
    [InlineData("CUSUM", 14)]
    [InlineData("DDM", 8)]
    [InlineData("ECDD", 1300)]
    [InlineData("EDDM", 600)]
    [InlineData("FHDDM", 26)]
    [InlineData("HDDM-A", 12)]
    [InlineData("HDDM-W", 65)]
    [InlineData("KSWIN", 36)]
    [InlineData("Page-Hinkley", 8)]
    [InlineData("RDDM", 80)]
    [InlineData("STEPD", 400)]
    public void Update_NothingChanges_AlarmsNoMoreOftenThanDocumented(string name, int atMost) =>
        Assert.InRange(Enumerable.Range(0, Runs).Sum(run => Alarms(Shipped[name](), Streams.Errors(1000 + (ulong)run, SteadyItems, _ => 0.2))), 0, atMost);

    [Theory]        // From an error rate of 0.05 to one of 0.7.
    [InlineData("ADWIN", 64)]
    [InlineData("CUSUM", 130)]
    [InlineData("DDM", 60)]
    [InlineData("ECDD", 10)]
    [InlineData("EDDM", 120)]
    [InlineData("FHDDM", 60)]
    [InlineData("HDDM-A", 40)]
    [InlineData("HDDM-W", 30)]
    [InlineData("KSWIN", 50)]
    [InlineData("Page-Hinkley", 130)]
    [InlineData("RDDM", 30)]
    [InlineData("STEPD", 20)]
    public void Update_LargeJump_IsFoundInTime(string name, int delayAtMost)
    {
        int[] delays = [.. Enumerable.Range(0, Runs).Select(run => Delay(Shipped[name](), 2000 + (ulong)run)).OfType<int>()];
        Assert.InRange(delays.Length, 5, Runs);
        Assert.All(delays, delay => Assert.InRange(delay, 1, delayAtMost));
    }

    /// <summary>0 where the jump is not found, none where an alarm before it had the detector start afresh.</summary>
    private static int? Delay(IDriftDetector detector, ulong seed)
    {
        double[] stream = Streams.Errors(seed, ItemsBefore + ItemsAfter, i => i < ItemsBefore ? 0.05 : 0.7);
        if (Alarms(detector, stream[..ItemsBefore]) > 0) return null;
        return 1 + Array.FindIndex(stream[ItemsBefore..], value => detector.Update(value) == DriftState.Drift);
    }

    [Fact]
    public void Shipped_HasEveryDetector() =>
        Assert.Equal(Detectors.All.Select(detector => detector.Create().GetType()).ToHashSet(), Shipped.Values.Select(create => create().GetType()).ToHashSet());

    private static int Alarms(IDriftDetector detector, double[] stream) => stream.Count(value => detector.Update(value) == DriftState.Drift);
}
