using System.CommandLine;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using MlopsSandbox.Runs;
using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops runs</c>: everything that has run in this home.</summary>
internal sealed class RunsCommand : MlopsCommand
{
    private readonly Option<string[]> _tags = TagOption.Create("only runs that have this tag; given again, all of them.");

    public RunsCommand(Shell shell) : base(shell, "runs", "Lists the runs of workflows, oldest first.",
        new("runs", "every run, with its status and its cause"),
        new("runs --tag baseline", "those that were tagged so"),
        new("runs --output json", "the same for a script"))
    {
        Add(_tags);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore? catalog = invocation.FindCatalog();
        string[] tags = invocation.Parsed.GetValue(_tags) ?? [];
        IReadOnlyList<RunRow> all = catalog?.Read(tx => tx.Runs.All()) ?? [];
        IReadOnlyList<RunRow> runs = RunTags.Having(all, tags);
        invocation.Answer(runs, screen =>
        {
            if (runs.Count == 0 && all.Count > 0)
            {
                string[] known = [.. all.SelectMany(run => run.Tags).Distinct().Order(StringComparer.Ordinal)];
                screen.WriteLine($"No run has the tag {string.Join(" and ", tags)}; {(known.Length == 0 ? "no run has any" : $"there are: {string.Join(", ", known)}")}.");
                return;
            }
            if (runs.Count == 0)
            {
                screen.WriteHint($"{invocation.Places.Home}: nothing has run here yet. Begin with", invocation.Hints.For("walkthrough"));
                return;
            }
            RunsTable.Draw(screen, runs);
            screen.WriteHint("One alone", invocation.Hints.For("show", runs[^1].Id));
        });
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
