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
    private readonly Argument<string> _workflow = WorkflowArgument.Create();
    private readonly Option<IReadOnlyDictionary<string, string>> _inputs =
        NamedValues.Option("--input", "An input of the workflow; may be given again.", "scenario=telco-churn");
    private readonly Option<int> _seed = SeedOption.Create();
    private readonly Option<string[]> _tags = TagOption.Create("marks the run, to find it by 'runs --tag'; may be given again.");
    private readonly Option<bool> _noCache = new("--no-cache") { Description = "has every stage work, also where an earlier run made the same from the same." };

    public RunCommand(Shell shell) : base(shell, "run", "Runs a workflow until it ends or waits.",
        new("run lifecycle --input scenario=telco-churn", "from raw data to a model that serves"),
        new("run workflows/lifecycle.json --input scenario=telco-churn --seed 7", "a definition's file, with another seed"))
    {
        Add(_workflow);
        Add(_inputs);
        Add(_seed);
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
        Dictionary<string, string> texts = new(invocation.Parsed.GetValue(_inputs) ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase);
        Dictionary<string, JsonElement> inputs = new(RunInputs.Of(definition, texts), StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> asked = Asked(invocation, definition, texts.Keys);
        foreach (var (name, text) in asked) texts[name] = text;
        foreach (var (name, value) in RunInputs.Of(definition, asked)) inputs[name] = value;
        if (texts.GetValueOrDefault(RunInputs.Scenario) is { } named)
        {
            Scenario scenario = UsableScenario.Find(invocation.Places, named, seed);
            if (named != scenario.Name) inputs[RunInputs.Scenario] = JsonSerializer.SerializeToElement(scenario.Folder);
        }
        return new RunRequest { Definition = definition, Inputs = inputs, Seed = seed, SimulatedAt = StoryCalendar.Start, Reuses = !invocation.Parsed.GetValue(_noCache), Tags = invocation.Parsed.GetValue(_tags) ?? [] };
    }

    // What is missing is asked for in a terminal; else refused, all at once.
    private static Dictionary<string, string> Asked(Invocation invocation, WorkflowDefinition definition, IReadOnlyCollection<string> given)
    {
        IReadOnlyList<InputDefinition> missing = RunInputs.Missing(definition, given);
        if (missing.Count == 0) return [];
        if (invocation.Terminal.CanAsk)
            return InputPrompt.Ask(invocation.Terminal.ErrorScreen, missing, input => RunInputs.IsScenario(input) ? Scenarios(invocation) : null);
        string names = string.Join(", ", missing.Select(input => $"'{input.Name}'"));
        string options = string.Join(' ', missing.Select(input => $"--input {input.Name}={(RunInputs.IsScenario(input) ? "NAME" : input.TypeName.ToUpperInvariant())}"));
        string see = missing.Any(RunInputs.IsScenario) ? $" See '{invocation.Hints.For("scenarios")}'." : "";
        throw new RefusalException(missing.Count == 1
            ? $"workflow '{definition.DefinitionId}' needs the input {names}, which is not given; expected {options}.{see}"
            : $"workflow '{definition.DefinitionId}' needs the inputs {names}, which are not given; expected {options}.{see}");
    }

    private static string[] Scenarios(Invocation invocation) => [.. ScenarioFolder.All(invocation.Places.Scenarios).Select(folder => Path.GetFileName(folder)!)];
}
