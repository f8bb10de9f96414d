using System.CommandLine;
using System.Text.Json;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Runs;
using MlopsSandbox.Shapes;
using MlopsSandbox.Walkthrough;
using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops publish EVENT</c>: publishes an event, and walks on in this process what it started or let go on.</summary>
internal sealed class PublishCommand : MlopsCommand
{
    private static readonly JsonElement Nothing = JsonSerializer.Deserialize<JsonElement>("{}");

    private readonly Argument<string> _event = new("event") { HelpName = "EVENT", Description = "the name of the event, in its own case." };
    private readonly Option<JsonElement?> _payload = JsonOption.Create("--payload", "What the event brings; by default an empty object.");
    private readonly Option<string?> _correlation = new("--correlation") { Description = "Only runs with this correlation id hear of it.", HelpName = "id" };
    private readonly Option<string?> _run = new("--run") { Description = "Only this run hears of it, and none is started.", HelpName = "run" };

    public PublishCommand(Shell shell) : base(shell, "publish", "Publishes an event: runs that wait for it go on, and workflows that it triggers start.",
        new("publish data-arrived --payload 500", "to all who wait for it"),
        new("publish data-arrived --run retrain-0001", "to one run"))
    {
        Add(_event);
        Add(_payload);
        Add(_correlation);
        Add(_run);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        PublishedEvent happened = new(invocation.Parsed.GetRequiredValue(_event), invocation.Parsed.GetValue(_payload) ?? Nothing)
        {
            CorrelationId = invocation.Parsed.GetValue(_correlation),
            RunId = invocation.Parsed.GetValue(_run),
        };
        if (happened.RunId is not null)
        {
            using CatalogStore catalog = invocation.OpenCatalog();
            EventReceivers.Check(catalog, happened, invocation.Hints);
        }
        await using Sandbox sandbox = Sandbox.Open(
            invocation.Places, invocation.Environment, warn: problem => invocation.Terminal.Error.WriteLine($"mlops: warning: {problem}"));
        IReadOnlyList<string> woken = sandbox.Bridge.Events.Deliver(happened);
        if (woken.Count == 0) TellNobody(invocation, sandbox.Catalog, happened);
        else sandbox.StartWorking();
        int exitCode = ExitCodes.Succeeded;
        List<RunRow> runs = [];
        foreach (string id in woken)
        {
            RunNarrator narrator = new(invocation.Narration, sandbox.Stages.Activities, invocation.Hints);
            string topmost = sandbox.Catalog.Read(tx => tx.Runs.Topmost(id));
            await RunWatch.UntilSettledAsync(sandbox, topmost, narrator, new StatusLine(invocation.Narration), cancellation).ConfigureAwait(false);
            runs.Add(sandbox.Catalog.Read(tx => tx.Runs.Show(id)!));
            exitCode = Math.Max(exitCode, invocation.TellFailure(runs[^1]));
        }
        invocation.Answer(new PublishedShape(happened.Name, happened.CorrelationId, runs), _ => { });
        return exitCode;
    }

    private static void TellNobody(Invocation invocation, CatalogStore catalog, PublishedEvent happened)
    {
        IReadOnlyList<string> names = catalog.Read(tx => tx.EventWaits.Names());
        string others = names.Count == 0 ? "no run waits for any event" : $"runs wait for: {string.Join(", ", names)}";
        invocation.Narration.WriteLine($"Nobody waits for event '{happened.Name}'{(happened.CorrelationId is { } id ? $" with correlation id '{id}'" : "")}, and no workflow is triggered by it; {others}.{NearestName.Hint(happened.Name, names)}");
    }
}
