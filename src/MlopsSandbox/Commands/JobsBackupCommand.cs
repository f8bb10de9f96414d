using System.CommandLine;
using MlopsSandbox.HangfireSqlite;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;
using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops jobs backup FILE</c>: copies the jobs' database while workers go on.</summary>
internal sealed class JobsBackupCommand : MlopsCommand
{
    private readonly Argument<string> _file = new("file") { HelpName = "FILE", Description = "the copy; nothing may be there yet." };

    public JobsBackupCommand(Shell shell) : base(shell, "backup", "Copies the home's hangfire.db as of one moment, while workers go on; nothing is overwritten.",
        new Example("jobs backup hangfire-copy.db", "all unfinished jobs run on the copy, once it takes the original's place"))
    {
        Add(_file);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using SqliteStorage storage = JobsCommand.Open(invocation);
        string file = Path.GetFullPath(invocation.Parsed.GetRequiredValue(_file));
        storage.Backup(file);
        JobsBackupShape backup = new(file, new FileInfo(file).Length);
        invocation.Answer(backup, screen => screen.WriteLine($"{file}: a copy of {invocation.Places.Jobs}, {Figures.Count(backup.Bytes)} bytes."));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
