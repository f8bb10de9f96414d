using Hangfire.Storage.Monitoring;
using MlopsSandbox.HangfireSqlite;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;
using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops jobs</c>: the home's Hangfire jobs, and their database.</summary>
internal sealed class JobsCommand : MlopsCommand
{
    public JobsCommand(Shell shell) : base(shell, "jobs", "Counts the Hangfire jobs of the home by state; checks and copies their database.",
        new("jobs", "how many wait, run, and have ended"),
        new("jobs check", "whether hangfire.db is sound"),
        new("jobs backup hangfire-copy.db", "a copy, while workers go on"))
    {
        Add(Global.Output);
        Add(new JobsCheckCommand(shell));
        Add(new JobsBackupCommand(shell));
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using SqliteStorage storage = Open(invocation);
        StatisticsDto counts = storage.GetMonitoringApi().GetStatistics();
        JobsShape jobs = new(invocation.Places.Jobs, counts.Enqueued, counts.Processing, counts.Scheduled, counts.Awaiting ?? 0, counts.Succeeded, counts.Failed, counts.Deleted);
        invocation.Answer(jobs, screen =>
        {
            Draw(screen, jobs);
            screen.WriteHint("One by one, in Hangfire's dashboard", invocation.Hints.For("serve"));
        });
        return Task.FromResult(ExitCodes.Succeeded);
    }

    /// <summary>The jobs of a home that has some.</summary>
    /// <exception cref="RefusalException">Nothing has run in this home.</exception>
    /// <exception cref="SqliteStorageException">Their database cannot be used.</exception>
    internal static SqliteStorage Open(Invocation invocation) => File.Exists(invocation.Places.Jobs)
        ? new SqliteStorage(invocation.Places.Jobs)
        : throw new RefusalException($"{invocation.Places.Home}: no job was made in this home; expected one where something has run. Begin with '{invocation.Hints.For("walkthrough")}', or name another with --home.");

    private static void Draw(IAnsiConsole screen, JobsShape jobs)
    {
        Table table = Tables.Of(">enqueued", ">processing", ">scheduled", ">awaiting", ">succeeded", ">failed", ">deleted");
        table.Row(new[] { jobs.Enqueued, jobs.Processing, jobs.Scheduled, jobs.Awaiting, jobs.Succeeded, jobs.Failed, jobs.Deleted }.Select(Figures.Count));
        screen.Write(table);
    }
}
