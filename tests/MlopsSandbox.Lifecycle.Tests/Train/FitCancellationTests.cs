using System.Diagnostics;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Train;

public sealed class FitCancellationTests
{
    private const int Rows = 60_000, Features = 60;

    public static TheoryData<string> Names => [.. Trainers.Names];

    [Theory]    // each of these fits takes minutes when it is let
    [MemberData(nameof(Names))]
    public void Fit_CancelledInItsMidst_StopsWithinSeconds(string trainer)
    {
        SeededRandom random = new(5);
        float[][] vectors = [.. Enumerable.Range(0, Rows).Select(_ => Enumerable.Range(0, Features).Select(_ => (float)random.NextDouble()).ToArray())];
        bool[] labels = [.. vectors.Select(vector => vector.Sum() > Features / 2.0)];     // separable: without a penalty the weights grow for ever
        Dictionary<string, double> endless = new(Trainers.Of(trainer).Defaults().Parameters);
        foreach (var (name, value) in new Dictionary<string, double> { ["trees"] = 50_000, ["l1"] = 0, ["l2"] = 1e-12 })
            if (endless.ContainsKey(name)) endless[name] = value;
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(500));
        var watch = Stopwatch.StartNew();
        Assert.ThrowsAny<OperationCanceledException>(() => FittedModel.Fit(new TrainerSettings(trainer, endless), seed: 1, vectors, labels, stop.Token));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }
}
