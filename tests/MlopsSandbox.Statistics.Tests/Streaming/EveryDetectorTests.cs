namespace MlopsSandbox.Statistics.Tests.Streaming;

/// <summary>What holds for every detector.</summary>
public class EveryDetectorTests
{
    private static double[] Changing => Streams.Reference["recurring"];

    public static TheoryData<string> Names => [.. Detectors.All.Select(detector => detector.Name)];

    [Fact]
    public void Battery_HasEveryDetectorOfTheLibrary()
    {
        IEnumerable<Type> all = typeof(IDriftDetector).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IDriftDetector)));
        Assert.Equal(all.ToHashSet(), Detectors.All.Select(detector => detector.Create().GetType()).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Update_NotANumber_SaysWhatWasFoundAndChangesNothing(string name)
    {
        Detectors kind = Detectors.Named(name);
        IDriftDetector detector = kind.Create();
        foreach (double value in Changing.AsSpan(0, 800)) detector.Update(value);
        string before = kind.Save(detector);

        foreach (double bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue })
        {
            ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() => detector.Update(bad));
            Assert.Contains(FormattableString.Invariant($"The value is {bad}; expected "), refused.Message, StringComparison.Ordinal);
            Assert.Equal(before, kind.Save(detector));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reset_AfterDrifts_SaysWhatANewOneDoes(string name)
    {
        IDriftDetector used = Detectors.Named(name).Create(), unused = Detectors.Named(name).Create();
        foreach (double value in Changing) used.Update(value);
        used.Reset();
        Assert.Equal(DriftState.Stable, used.State);
        if (used is Kswin) return;      // Its sampler goes on; Reset_Kswin_ForgetsTheWindow looks at the rest.

        Assert.Equal(Detectors.Named(name).Save(unused), Detectors.Named(name).Save(used));
        foreach (double value in Changing) Assert.Equal(unused.Update(value), used.Update(value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Load_SavedAnywhere_GoesOnAsIfNeverInterrupted(string name)
    {
        Detectors kind = Detectors.Named(name);
        IDriftDetector undisturbed = kind.Create(), interrupted = kind.Create();
        int drifts = 0;
        for (int i = 0; i < Changing.Length; i++)
        {
            DriftState expected = undisturbed.Update(Changing[i]);
            Assert.Equal(expected, interrupted.Update(Changing[i]));
            if (expected == DriftState.Drift) drifts++;
            if (i % 7 == 0 || expected != DriftState.Stable) interrupted = kind.Load(kind.Save(interrupted));
            Assert.Equal(undisturbed.State, interrupted.State);
        }

        Assert.Equal(kind.Save(undisturbed), kind.Save(interrupted));
        if (undisturbed is not Kswin) Assert.InRange(drifts, 1, 100);       // Of errors it sees little: a fall of 0.45 is just above its threshold.
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Update_TwoInstancesInTurn_DoNotDisturbEachOther(string name)
    {
        IDriftDetector alone = Detectors.Named(name).Create(), one = Detectors.Named(name).Create(), other = Detectors.Named(name).Create();
        double[] elsewhere = Streams.Reference["gradual"];
        for (int i = 0; i < Changing.Length; i++)
        {
            DriftState expected = alone.Update(Changing[i]);
            other.Update(elsewhere[i]);
            Assert.Equal(expected, one.Update(Changing[i]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Update_ConstantOrAlternatingStream_StaysSilent(string name)
    {
        foreach (string stream in new[] { "zeros", "ones", "alternating" })
        {
            IDriftDetector detector = Detectors.Named(name).Create();
            foreach (double value in Streams.Reference[stream]) Assert.Equal(DriftState.Stable, detector.Update(value));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Update_Warm_AllocatesNothing(string name)
    {
        IDriftDetector detector = Detectors.Named(name).Create();
        foreach (double value in Changing) detector.Update(value);
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (double value in Changing) detector.Update(value);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
