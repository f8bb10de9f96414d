using System.CommandLine;
using System.Text.Json;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Runs;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops run WORKFLOW|FILE</c>: runs a workflow to its end, telling what happens.</summary>
internal sealed class RunCommand : MlopsCommand
{
    private readonly Argument<string> _workflow = WorkflowArgument.Create();
    private readonly Option<IReadOnlyDictionary<string, string>> _inputs =
        NamedValues.Option("--input", "An input of the workflow; may be given again.", "scenario=telco-churn");
    private readonly Option<int> _seed = SeedOption.Create();
    private readonly Option<DateTimeOffset?> _at = TimeOption.At("simulated time at which the run starts. [default: the time at which its endpoint stands]");
    private readonly Option<string[]> _tags = TagOption.Create("marks the run, to find it by 'runs --tag'; may be given again.");
    private readonly Option<bool> _noCache = new("--no-cache") { Description = "has every stage work, also where an earlier run made the same from the same." };

    public RunCommand(Shell shell) : base(shell, "run", "Runs a workflow until it ends or waits.",
        new("run lifecycle --input scenario=telco-churn", "from raw data to a model that serves"),
        new("run workflows/lifecycle.json --input scenario=telco-churn --seed 7", "a definition's file, with another seed"))
    {
        Add(_workflow);
        Add(_inputs);
        Add(_seed);
        Add(_at);
        Add(_noCache);
        Add(_tags);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        RunRequest request = Request(invocation);
        await using Sandbox sandbox = Sandbox.Open(invocation.Places, invocation.Environment);
        string id = sandbox.Bridge.Runs.Start(request);
        return await invocation.WalkOnAsync(sandbox, id, cancellation).ConfigureAwait(false);
    }

    // Everything that can be found wrong is, before the home is touched.
    private RunRequest Request(Invocation invocation)
    {
        int seed = invocation.Parsed.GetValue(_seed);
        WorkflowDefinition definition = invocation.Shelf().Load(
            invocation.Parsed.GetRequiredValue(_workflow), problem => invocation.Terminal.Error.WriteLine($"mlops: {problem}"));
        IReadOnlyDictionary<string, string> texts = invocation.Parsed.GetValue(_inputs) ?? new Dictionary<string, string>();
        Dictionary<string, JsonElement> inputs = new(RunInputs.Of(definition, texts), StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> asked = Asked(invocation, definition, [.. texts.Keys]);
        foreach (var (name, value) in RunInputs.Of(definition, asked)) inputs[name] = value;
        return RunStart.Of(invocation.Places, definition, inputs, seed, invocation.Parsed.GetValue(_at)) with
        {
            Reuses = !invocation.Parsed.GetValue(_noCache),
            Tags = invocation.Parsed.GetValue(_tags) ?? [],
        };
    }

    // What is missing is asked for in a terminal; else refused, all at once.
    private static Dictionary<string, string> Asked(Invocation invocation, WorkflowDefinition definition, IReadOnlyCollection<string> given)
    {
        IReadOnlyList<InputDefinition> missing = RunInputs.Missing(definition, given);
        if (missing.Count == 0) return [];
        if (invocation.Terminal.CanAsk)
            return InputPrompt.Ask(invocation.Terminal.ErrorScreen, missing, input => RunInputs.IsScenario(input) ? Scenarios(invocation) : null);
        throw MissingInputs.Refusal(definition, missing, inputs => string.Join(' ', inputs.Select(input => $"--input {input.Name}={input.Value}")), invocation.Hints);
    }

    private static string[] Scenarios(Invocation invocation) => [.. ScenarioFolder.All(invocation.Places.Scenarios).Select(folder => Path.GetFileName(folder)!)];
}
