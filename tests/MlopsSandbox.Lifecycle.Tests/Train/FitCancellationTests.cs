using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Train;

/// <summary>Fits that would take minutes when they are let: the trainer itself has to stop, and not the look at the token after its last step.</summary>
public sealed class FitCancellationTests
{
    private const int Features = 60, Repeats = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static TheoryData<string> Names => [.. Trainers.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_CancelledInItsMidst_IsStoppedByItsTrainer(string trainer) =>
        AssertStoppedByTrainer(trainer, TimeSpan.FromSeconds(2));     // any moment will do; by this one it mostly is in its midst

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_CancelledBeforeItBegins_IsStoppedByItsTrainer(string trainer)
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();

        AssertStoppedByTrainer(Record.Exception(() => FitForEver(trainer, stop.Token)));
    }

    [Fact]    // where a look falls into a task of its, it throws an exception of several
    public void Fit_OfTreesCancelledAtManyMoments_IsAlwaysStoppedAsCancelled()
    {
        for (int moment = 0; moment < 12; moment++)
            AssertStoppedByTrainer("fasttree", TimeSpan.FromMilliseconds(200 + (37 * moment)), rows: 5_000);
    }

    // Threads of their own: a fit keeps the pool's busy, and what waits for one of these would cancel long after the moment.
    private static void AssertStoppedByTrainer(string trainer, TimeSpan moment, int rows = 60_000)
    {
        using CancellationTokenSource stop = new();
        Exception? thrown = null;
        Thread fit = new(() => thrown = Record.Exception(() => FitForEver(trainer, stop.Token, rows)));
        fit.Start();
        Thread.Sleep(moment);

        stop.Cancel();

        Assert.True(fit.Join(Patience), "The fit went on after it was cancelled.");
        AssertStoppedByTrainer(thrown);
    }

    // ML.NET knows nothing of the token, and names none.
    private static void AssertStoppedByTrainer(Exception? thrown) =>
        Assert.Equal(CancellationToken.None, Assert.IsAssignableFrom<OperationCanceledException>(thrown).CancellationToken);

    private static void FitForEver(string trainer, CancellationToken cancellation, int rows = 60_000)
    {
        Dictionary<string, double> endless = new(Trainers.Of(trainer).Defaults().Parameters);
        foreach (var (name, value) in new Dictionary<string, double> { ["trees"] = 50_000, ["l1"] = 0, ["l2"] = 1e-12 })
            if (endless.ContainsKey(name)) endless[name] = value;
        SeededRandom random = new(5);
        float[][] all = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, Features).Select(_ => (float)random.NextDouble()).ToArray())];
        float[][] vectors = endless.ContainsKey("trees") ? all : [.. Enumerable.Repeat(all, Repeats).SelectMany(same => same)];     // a linear model takes few steps: each has to be long
        double[] labels = Classes.Labels(vectors.Select(vector => vector.Sum() > Features / 2.0));     // separable: without a penalty the weights grow for long
        FittedModel.Fit(new TrainerSettings(trainer, endless), seed: 1, PredictionTask.BinaryClassification, vectors, labels, cancellation);
    }
}
