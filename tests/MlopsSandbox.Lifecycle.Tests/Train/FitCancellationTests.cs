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
    public async Task Fit_CancelledInItsMidst_IsStoppedByItsTrainer(string trainer)
    {
        using CancellationTokenSource stop = new();
        Task fit = Task.Run(() => FitForEver(trainer, stop.Token));
        await Task.Delay(TimeSpan.FromSeconds(2));     // any moment will do; by this one it mostly is in its midst

        await stop.CancelAsync();

        await AssertStoppedByTrainer(fit);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Fit_CancelledBeforeItBegins_IsStoppedByItsTrainer(string trainer)
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();

        await AssertStoppedByTrainer(Task.Run(() => FitForEver(trainer, stop.Token), CancellationToken.None));
    }

    [Fact]    // where a look falls into a task of its, it throws an exception of several
    public async Task Fit_OfTreesCancelledAtManyMoments_IsAlwaysStoppedAsCancelled()
    {
        for (int moment = 0; moment < 12; moment++)
        {
            using CancellationTokenSource stop = new();
            Task fit = Task.Run(() => FitForEver("fasttree", stop.Token, rows: 5_000));
            await Task.Delay(TimeSpan.FromMilliseconds(200 + (37 * moment)));

            await stop.CancelAsync();

            await AssertStoppedByTrainer(fit);
        }
    }

    // ML.NET knows nothing of the token, and names none.
    private static async Task AssertStoppedByTrainer(Task fit)
    {
        OperationCanceledException stopped = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fit.WaitAsync(Patience));
        Assert.Equal(CancellationToken.None, stopped.CancellationToken);
    }

    private static void FitForEver(string trainer, CancellationToken cancellation, int rows = 60_000)
    {
        Dictionary<string, double> endless = new(Trainers.Of(trainer).Defaults().Parameters);
        foreach (var (name, value) in new Dictionary<string, double> { ["trees"] = 50_000, ["l1"] = 0, ["l2"] = 1e-12 })
            if (endless.ContainsKey(name)) endless[name] = value;
        SeededRandom random = new(5);
        float[][] all = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, Features).Select(_ => (float)random.NextDouble()).ToArray())];
        float[][] vectors = endless.ContainsKey("trees") ? all : [.. Enumerable.Repeat(all, Repeats).SelectMany(same => same)];     // a linear model takes few steps: each has to be long
        bool[] labels = [.. vectors.Select(vector => vector.Sum() > Features / 2.0)];     // separable: without a penalty the weights grow for long
        FittedModel.Fit(new TrainerSettings(trainer, endless), seed: 1, vectors, labels, cancellation);
    }
}
