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
    private readonly Option<string?> _scenario = new("--scenario") { Description = "only runs of this scenario.", HelpName = "name" };
    private readonly Option<RunStatus?> _status = new("--status") { Description = $"only runs that stand so: {string.Join(", ", EnumWords.Of<RunStatus>())}.", HelpName = "status", CustomParser = result => EnumWords.Parse<RunStatus>(result) };
    private readonly Option<string?> _text = new("--text") { Description = "only runs whose id, workflow, scenario or tags contain this.", HelpName = "text" };
    private readonly Option<RunSort?> _sort = new("--sort") { Description = $"the order: {string.Join(", ", EnumWords.Of<RunSort>())}, from the least up; by default the oldest first.", HelpName = "word", CustomParser = result => EnumWords.Parse<RunSort>(result) };
    private readonly Option<bool> _descending = new("--descending") { Description = "from the greatest down; without --sort the newest first." };
    private readonly Option<int?> _take = TakeOption.Create("only so many: the first of the order that is asked for, by default the newest.");

    public RunsCommand(Shell shell) : base(shell, "runs", "Lists the runs of workflows, by default the oldest first.",
        new("runs", "every run, with its status and its cause"),
        new("runs --tag baseline", "those that were tagged so"),
        new("runs --status failed --take 5", "the last that failed"),
        new("runs --scenario telco-churn --sort duration --descending", "those of a scenario, the longest first"),
        new("runs --output json", "the same for a script"))
    {
        Add(_tags);
        Add(_workflow);
        Add(_scenario);
        Add(_status);
        Add(_text);
        Add(_sort);
        Add(_descending);
        Add(_take);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore? catalog = invocation.FindCatalog();
        RunQuery query = Query(invocation.Parsed);
        IReadOnlyList<RunRow> runs = catalog?.Read(tx => Listed(tx, query, invocation.Parsed)) ?? [];
        RunMenus menus = catalog?.Read(tx => tx.Runs.Menus()) ?? new([], [], []);
        invocation.Answer(runs, screen =>
        {
            if (runs.Count == 0 && menus.Workflows.Count > 0)
            {
                screen.WriteLine(query is { Workflow: null, Scenario: null, Statuses.Count: 0, Text: null }
                    ? $"No run has the tag {string.Join(" and ", query.Tags)}; {(menus.Tags.Count == 0 ? "no run has any" : $"there are: {string.Join(", ", menus.Tags)}")}."
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

    private RunQuery Query(ParseResult parsed) => new()
    {
        Tags = parsed.GetValue(_tags) ?? [],
        Workflow = parsed.GetValue(_workflow),
        Scenario = parsed.GetValue(_scenario),
        Statuses = parsed.GetValue(_status) is { } status ? [status] : [],
        Text = parsed.GetValue(_text),
        Sort = parsed.GetValue(_sort) ?? RunSort.Started,
        Descending = parsed.GetValue(_descending),
    };

    // Where no order is asked for, a terminal shows the newest last, next to where one types.
    private IReadOnlyList<RunRow> Listed(CatalogTransaction tx, RunQuery query, ParseResult parsed)
    {
        int most = parsed.GetValue(_take) ?? int.MaxValue;
        return parsed.GetValue(_sort) is null && !query.Descending ? RunListing.Newest(tx, query, most) : RunListing.First(tx, query, most);
    }
}
