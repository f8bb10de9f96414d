using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using MlopsSandbox.HangfireSqlite;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Tests.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Torture;

/// <summary>The process that is tortured: it starts the run, or takes it up, and works on it with Hangfire until it has ended; a person in it decides what is asked.</summary>
internal sealed class TorturedProcess : IDisposable
{
    /// <summary>First argument of the test assembly when it is to be this process.</summary>
    public const string Word = "tortured";

    /// <summary>Said when it begins: from then on kills count.</summary>
    public const string Up = "up";

    private readonly ToldLog _log;
    private readonly ConcurrentDictionary<string, int> _attempts = [];
    private readonly TestProcess _process;

    private TorturedProcess(string home, ToldLog log)
    {
        _log = log;
        FakeStages stages = new();
        foreach (string id in (string[])["work", "steady", "late", "quick", TorturedWorkflow.Flaky, TorturedWorkflow.Ship]) stages.On(id, (context, _) => Work(context));
        _process = new TestProcess(home, stages.Types, new RecordedJobs()) { Told = Hear };
    }

    public void Dispose() => _process.Dispose();

    /// <summary>Arguments: home, folder of the log, number of the process.</summary>
    public static async Task<int> Run(string[] arguments)
    {
        Console.WriteLine(Up);
        using ToldLog log = new(arguments[1], int.Parse(arguments[2], CultureInfo.InvariantCulture));
        using TorturedProcess process = new(arguments[0], log);
        await process.Walk(arguments[0]);
        return 0;
    }

    private async Task Walk(string home)
    {
        _process.Catalog.Write(tx =>
        {
            if (tx.Runs.Find(TorturedWorkflow.RunId) is null) _process.Bridge.Runs.Start(tx, _process.Request(TorturedWorkflow.Drawing));
        });
        using SqliteStorage storage = KilledProcess.JobsOf(home);
        using CancellationTokenSource stop = new();
        Task deciding = Task.Run(() => Decide(stop.Token), CancellationToken.None);
        await HangfireServing.UntilEnded(_process, storage, TorturedWorkflow.RunId);
        await stop.CancelAsync();
        await deciding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (deciding.IsFaulted) await deciding;
    }

    private async Task Decide(CancellationToken cancellation)
    {
        await _process.Catalog.WaitFor(tx => tx.Approvals.Pending().Count > 0, cancellation);
        _process.Bridge.Control.Decide(TorturedWorkflow.RunId, activityId: null, new ApprovalDecision(IsApproved: true, "ann", "as good as it gets"));
    }

    private void Hear(RunEvent happened)
    {
        if (happened is StageStarted { Execution: var execution }) _attempts[execution.ExecutionId] = execution.Attempt;
        if (happened is LineWritten line) _log.Add(Act.Line, line.IdempotencyKey, line.Text);
    }

    private StageCompleted Work(StageContext context)
    {
        int attempt = _attempts[context.ExecutionId];
        string key = $"{context.ExecutionId}/{attempt}";
        _log.Add(Act.Begin, key);
        if (context.ActivityId == TorturedWorkflow.Flaky && attempt <= TorturedWorkflow.FailingAttempts)
        {
            _log.Add(Act.Failed, key);
            throw TorturedWorkflow.Failure;
        }
        StageCompleted done = FakeStages.Done(context, context.ExecutionId);
        if (context.ActivityId == TorturedWorkflow.Ship) done = done with { Effects = [.. done.Effects, Deployed(context, done)] };
        _log.Add(Act.Done, key);
        return done;
    }

    private static ModelDeployed Deployed(StageContext context, StageCompleted done) => new(
        context.ModelName, done.Outputs["made"].Hash!.Value, Baseline: null, done.Metrics, JsonSerializer.SerializeToElement(new { }), "champion", context.SimulatedAt);
}
