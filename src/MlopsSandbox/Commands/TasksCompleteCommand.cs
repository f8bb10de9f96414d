using System.CommandLine;
using System.Text.Json;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops tasks complete RUN ACTIVITY</c>: a task is done, and the run walks on in this process.</summary>
internal sealed class TasksCompleteCommand : MlopsCommand
{
    private static readonly JsonElement Nothing = JsonSerializer.Deserialize<JsonElement>("{}");

    private readonly Argument<string?> _run = RunArgument.Create();
    private readonly Argument<string> _activity = new("activity") { HelpName = "ACTIVITY", Description = "the id of the activity that asked for the task." };
    private readonly Option<JsonElement?> _result = JsonOption.Create("--result", "What came of it; by default an empty object.");

    public TasksCompleteCommand(Shell shell) : base(shell, "complete", "Reports a task done: the run that asked for it goes on.",
        new("tasks complete labelling-0001 label", "with nothing to tell"),
        new("tasks complete labelling-0001 label --result 5", "with what came of it"))
    {
        Add(_run);
        Add(_activity);
        Add(_result);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        string id = invocation.Parsed.GetRequiredValue(_run)!;
        using (CatalogStore catalog = invocation.OpenCatalog()) RunLookup.Show(catalog, id, invocation.Hints);
        await using Sandbox sandbox = Sandbox.Open(invocation.Places, invocation.Environment);
        sandbox.Bridge.Tasks.Complete(id, invocation.Parsed.GetRequiredValue(_activity), invocation.Parsed.GetValue(_result) ?? Nothing);
        return await invocation.WalkOnAsync(sandbox, id, cancellation).ConfigureAwait(false);
    }
}
