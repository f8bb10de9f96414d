namespace MlopsSandbox.HangfireSqlite.Tests.Torture;

/// <summary>What the executions and the kills say about the storage, without asking the storage.</summary>
internal static class Verdict
{
    /// <summary>Every broken promise, one sentence each.</summary>
    public static IReadOnlyList<string> Problems(IReadOnlyCollection<string> enqueued, IReadOnlyList<Execution> executions, IReadOnlyList<Kill> kills)
    {
        var killedAt = kills.ToDictionary(kill => kill.Process, kill => kill.At);
        var lastOfWorkers = executions.GroupBy(execution => (execution.Process, execution.Worker)).Select(worker => worker.MaxBy(execution => execution.Begin)!).ToHashSet();
        var byJob = executions.GroupBy(execution => execution.Job).ToDictionary(job => job.Key, job => job.OrderBy(execution => execution.Begin).ToList());
        return
        [
            .. Lost(enqueued, byJob),
            .. Unknown(enqueued, byJob),
            .. executions.Where(execution => execution.End is null && !killedAt.ContainsKey(execution.Process))
                .Select(execution => $"Job {execution.Job} was broken off in process {execution.Process}, which nobody killed."),
            .. byJob.Values.SelectMany(runs => runs.Zip(runs.Skip(1))).SelectMany(pair => Overlap(pair.First, pair.Second, killedAt)),
            .. byJob.Values.SelectMany(runs => runs.SkipLast(1)).Where(run => !(killedAt.ContainsKey(run.Process) && lastOfWorkers.Contains(run)))
                .Select(run => $"Job {run.Job} ran again without need: no kill hit process {run.Process} while worker {run.Worker} had it."),
        ];
    }

    private static IEnumerable<string> Lost(IEnumerable<string> enqueued, Dictionary<string, List<Execution>> byJob) => enqueued
        .Where(job => !byJob.TryGetValue(job, out var runs) || runs.All(run => run.End is null))
        .Select(job => $"Job {job} was lost: it never ran to its end.");

    private static IEnumerable<string> Unknown(IReadOnlyCollection<string> enqueued, Dictionary<string, List<Execution>> byJob) =>
        byJob.Keys.Except(enqueued).Select(job => $"Job {job} ran and was never enqueued.");

    // A run that a kill broke off lasted at least until the signal was about to be sent.
    private static IEnumerable<string> Overlap(Execution first, Execution second, Dictionary<int, long> killedAt)
    {
        var endOfFirst = first.End ?? killedAt.GetValueOrDefault(first.Process, long.MaxValue);
        if (second.Begin < endOfFirst) yield return $"Job {first.Job} ran in process {first.Process} and in process {second.Process} at once.";
    }
}
