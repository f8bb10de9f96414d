namespace MlopsSandbox.Statistics.Tests.Streaming;

/// <summary>The detectors, step by step against those of Reference/streaming.py, written apart from the papers.</summary>
public class ReferenceTraceTests
{
    private const double Tolerance = 1e-9;      // Relative; the script sums raw values, the detectors running moments.

    public static TheoryData<int, string> Traces()
    {
        TheoryData<int, string> data = [];
        for (int i = 0; i < ReferenceTrace.All.Count; i++) data.Add(i, ReferenceTrace.All[i].ToString());
        return data;
    }

    [Theory]
    [MemberData(nameof(Traces))]
    public void Update_ReferenceStream_SaysTheSameAtEachStep(int index, string name)
    {
        ReferenceTrace trace = ReferenceTrace.All[index];
        (IDriftDetector detector, Func<double[]> statistics) = trace.Start();
        List<string> states = [];
        List<double[]> figures = [];
        DriftState before = DriftState.Stable;
        double[] values = trace.Values();
        for (int i = 0; i < trace.Items; i++)
        {
            DriftState state = detector.Update(values[i]);
            if (state != before || state == DriftState.Drift) states.Add($"{i}{state.ToString()[0]}");
            before = state;
            if (i % trace.Every == trace.Every - 1) figures.Add(statistics());
        }

        Assert.Equal(trace.States.Split(' ', StringSplitOptions.RemoveEmptyEntries), states);
        AssertSame(trace.Statistics, figures, name);
    }

    [Fact]
    public void Reference_EveryDetector_HasTracesWithDrifts()
    {
        foreach (IGrouping<string, ReferenceTrace> traces in ReferenceTrace.All.GroupBy(trace => trace.Detector))
            Assert.Contains(traces, trace => trace.States.Contains('D', StringComparison.Ordinal));
        Assert.Equal(Detectors.All.Select(detector => detector.Create().GetType()).ToHashSet(), ReferenceTrace.All.Select(trace => trace.Start().Detector.GetType()).ToHashSet());
    }

    private static void AssertSame(double[][] expected, List<double[]> actual, string name)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (int line = 0; line < expected.Length; line++)
        {
            Assert.Equal(expected[line].Length, actual[line].Length);
            for (int i = 0; i < expected[line].Length; i++)
            {
                double allowed = Tolerance * Math.Max(1, Math.Abs(expected[line][i]));
                Assert.True(Math.Abs(expected[line][i] - actual[line][i]) <= allowed, $"{name}: figure {i} of line {line} is {actual[line][i]:R}; the reference has {expected[line][i]:R}.");
            }
        }
    }
}
