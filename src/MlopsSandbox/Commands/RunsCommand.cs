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
    private readonly Option<string?> _workflow = new("--workflow") { Description = "only runs of this workflow.", HelpName = "name" };
    private readonly Option<RunStatus?> _status = new("--status") { Description = $"only runs that stand so: {string.Join(", ", EnumWords.Of<RunStatus>())}.", HelpName = "status", CustomParser = result => EnumWords.Parse<RunStatus>(result) };
    private readonly Option<string?> _text = new("--text") { Description = "only runs whose id, workflow, scenario or tags contain this.", HelpName = "text" };
    private readonly Option<int?> _take = TakeOption.Create("only so many, the newest.");

    public RunsCommand(Shell shell) : base(shell, "runs", "Lists the runs of workflows, oldest first.",
        new("runs", "every run, with its status and its cause"),
        new("runs --tag baseline", "those that were tagged so"),
        new("runs --status failed --take 5", "the last that failed"),
        new("runs --output json", "the same for a script"))
    {
        Add(_tags);
        Add(_workflow);
        Add(_status);
        Add(_text);
        Add(_take);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore? catalog = invocation.FindCatalog();
        string[] tags = invocation.Parsed.GetValue(_tags) ?? [];
        RunQuery query = new()
        {
            Tags = tags,
            Workflow = invocation.Parsed.GetValue(_workflow),
            Statuses = invocation.Parsed.GetValue(_status) is { } status ? [status] : [],
            Text = invocation.Parsed.GetValue(_text),
        };
        IReadOnlyList<RunRow> runs = catalog?.Read(tx => RunListing.Newest(tx, query, invocation.Parsed.GetValue(_take) ?? int.MaxValue)) ?? [];
        RunMenus menus = catalog?.Read(tx => tx.Runs.Menus()) ?? new([], [], []);
        invocation.Answer(runs, screen =>
        {
            if (runs.Count == 0 && menus.Workflows.Count > 0)
            {
                screen.WriteLine(query with { Tags = [] } is { Workflow: null, Statuses.Count: 0, Text: null }
                    ? $"No run has the tag {string.Join(" and ", tags)}; {(menus.Tags.Count == 0 ? "no run has any" : $"there are: {string.Join(", ", menus.Tags)}")}."
                    : $"No run is so; there are runs of: {string.Join(", ", menus.Workflows)}. Ask for less.");
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
