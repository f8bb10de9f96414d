namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>What came of the checks of one test with samples of one shape and size.</summary>
internal sealed class LevelCell(int levels)
{
    /// <summary>Checks that gave a p value.</summary>
    public int Checks { get; private set; }

    /// <summary>Those of them that alarmed, by level.</summary>
    public int[] Alarms { get; } = new int[levels];

    /// <summary>Sum of the attainable levels; NaN where one is not known.</summary>
    public double[] Attainable { get; } = new double[levels];

    public double Rate(int level) => (double)Alarms[level] / Checks;

    public void Add<TSample>(SampleTest<TSample> test, TSample x, TSample y, double p, double[] nominal)
    {
        if (double.IsNaN(p)) return;
        Checks++;
        for (var level = 0; level < nominal.Length; level++)
        {
            if (p <= nominal[level]) Alarms[level]++;
            Attainable[level] += test.Attainable?.Invoke(x, y, nominal[level]) ?? double.NaN;
        }
    }

    public void Add(LevelCell other)
    {
        Checks += other.Checks;
        for (var level = 0; level < Alarms.Length; level++)
        {
            Alarms[level] += other.Alarms[level];
            Attainable[level] += other.Attainable[level];
        }
    }

    /// <summary>Whether the promise of an exact test can be kept: no more alarms than the level, and no fewer than it can attain where that is known.</summary>
    public bool MayKeep(int level, double nominal, int cells) =>
        Checks == 0 || (LevelJudge.MayKeep(nominal, Alarms[level], Checks, cells)
            && (double.IsNaN(Attainable[level]) || LevelJudge.MayBe(Attainable[level] / Checks, Alarms[level], Checks, cells)));
}
