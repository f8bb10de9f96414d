using MlopsSandbox.HangfireSqlite;
using MlopsSandbox.Shapes;
using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops jobs check</c>: whether the jobs' database is sound.</summary>
internal sealed class JobsCheckCommand : MlopsCommand
{
    public JobsCheckCommand(Shell shell) : base(shell, "check", "Checks the home's hangfire.db whole: its pages and indexes, and that no row refers to a missing one.",
        new("jobs check", "says what is wrong, one problem a line; exit code 1 when something is"),
        new("jobs check -o json", "for a script"))
    {
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using SqliteStorage storage = JobsCommand.Open(invocation);
        JobsCheckShape check = new(invocation.Places.Jobs, storage.CheckIntegrity());
        invocation.Answer(check, screen =>
        {
            if (check.Problems.Count == 0) screen.WriteLine($"{check.File}: no problem was found.");
            foreach (string problem in check.Problems) screen.WriteLine(problem);
        });
        if (check.Problems.Count == 0) return Task.FromResult(ExitCodes.Succeeded);
        throw new RefusalException(
            $"{check.File}: the check found problems, {check.Problems.Count} in all; expected none. End the home's processes and put a backup in its place, or move it away: jobs are made again from the catalog.", ExitCodes.Failed);
    }
}
