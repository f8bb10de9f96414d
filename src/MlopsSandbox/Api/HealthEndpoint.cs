using Hangfire.Storage.Monitoring;
using MlopsSandbox.Hosting;

namespace MlopsSandbox.Api;

/// <summary><c>GET /health</c>: whether catalog and job storage answer.</summary>
internal static class HealthEndpoint
{
    /// <summary>Maps it. A store that does not answer throws, which becomes status 500 with its reason.</summary>
    public static void Map(WebApplication web, Sandbox sandbox) => web.MapGet("/health", () =>
    {
        int unfinished = sandbox.Catalog.Read(tx => tx.Runs.Unfinished()).Count;
        StatisticsDto jobs = sandbox.JobStorage.GetMonitoringApi().GetStatistics();
        return WebHost.Answer(new Health("healthy", sandbox.Catalog.Home, unfinished, jobs.Enqueued, jobs.Processing, jobs.Failed, jobs.Servers));
    });

    /// <summary>What is well.</summary>
    private sealed record Health(string Status, string Home, int UnfinishedRuns, long EnqueuedJobs, long ProcessingJobs, long FailedJobs, long Workers);
}
