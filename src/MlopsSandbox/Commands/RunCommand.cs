using System.CommandLine;
using System.Text.Json;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops run WORKFLOW|FILE</c>: runs a workflow to its end, telling what happens.</summary>
internal sealed class RunCommand : MlopsCommand
{
    private const string ScenarioInput = "scenario";

    private readonly Argument<string> _workflow = new("workflow") { HelpName = "WORKFLOW|FILE", Description = "the name of a workflow, or the path of a definition." };
    private readonly Option<IReadOnlyDictionary<string, string>> _inputs =
        NamedValues.Option("--input", "An input of the workflow; may be given again.", "scenario=telco-churn");
    private readonly Option<int> _seed = SeedOption.Create();
    private readonly Option<bool> _noCache = new("--no-cache") { Description = "has every stage work, also where an earlier run made the same from the same." };

    public RunCommand(Shell shell) : base(shell, "run", "Runs a workflow until it ends or waits.",
        new("run lifecycle --input scenario=telco-churn", "from raw data to a model that serves"),
        new("run workflows/lifecycle.json --input scenario=telco-churn --seed 7", "a definition's file, with another seed"))
    {
        Add(_workflow);
        Add(_inputs);
        Add(_seed);
        Add(_noCache);
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
        WorkflowShelf shelf = new(invocation.Places.Workflows, Stages.All().Activities);
        WorkflowDefinition definition = shelf.Load(
            invocation.Parsed.GetRequiredValue(_workflow), problem => invocation.Terminal.Error.WriteLine($"mlops: {problem}"));
        Dictionary<string, string> texts = new(invocation.Parsed.GetValue(_inputs) ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase);
        Dictionary<string, JsonElement> inputs = new(RunInputs.Of(definition, texts), StringComparer.OrdinalIgnoreCase);
        if (texts.GetValueOrDefault(ScenarioInput) is { } named)
        {
            Scenario scenario = UsableScenario.Find(invocation.Places, named, seed);
            if (named != scenario.Name) inputs[ScenarioInput] = JsonSerializer.SerializeToElement(scenario.Folder);
        }
        else if (definition.Inputs.Any(input => string.Equals(input.Name, ScenarioInput, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RefusalException($"workflow '{definition.DefinitionId}' needs the input '{ScenarioInput}', which is not given; expected --input {ScenarioInput}=NAME. See '{invocation.Hints.For("scenarios")}'.");
        }
        return new RunRequest { Definition = definition, Inputs = inputs, Seed = seed, SimulatedAt = StoryCalendar.Start, Reuses = !invocation.Parsed.GetValue(_noCache) };
    }
}
