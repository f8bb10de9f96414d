using Hangfire;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>Has a Hangfire server work for a process of a test.</summary>
internal static class HangfireServing
{
    /// <summary>Works until the runs have ended and all that they asked for was carried out.</summary>
    public static async Task UntilEnded(TestProcess process, JobStorage storage, params string[] runs)
    {
        BackgroundJobServerOptions options = new() { Activator = new StageJobActivator(process.Bridge.StageJob), WorkerCount = 3 };
        using CancellationTokenSource stop = new();
        using BackgroundJobServer server = new(options, storage);
        Task bridge = process.Bridge.RunAsync(new HangfireStageJobs(new BackgroundJobClient(storage), storage), stop.Token);
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(300));
        await process.Catalog.WaitFor(tx => runs.All(tx.Runs.HasEnded) && tx.Outbox.IsEmpty(), patience.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bridge);
    }
}
