using System.CommandLine;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Simulation.Stories;
using MlopsSandbox.Walkthrough;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops walkthrough</c>: the whole loop, from raw data to a retrain that drift made necessary.</summary>
internal sealed class WalkthroughCommand : MlopsCommand
{
    private const string DefaultScenario = "telco-churn";

    private readonly Option<string?> _scenario = new("--scenario") { Description = $"The scenario: a name, or the path of its folder. [default: {DefaultScenario}]", HelpName = "name|path" };
    private readonly Option<InjectedDrift?> _drift = new("--drift")
    {
        Description = $"What changes in the world: {string.Join(", ", EnumWords.Of<InjectedDrift>())}. [default: all, or real where real days are replayed]",
        HelpName = "kind",
        CustomParser = result => EnumWords.Parse<InjectedDrift>(result),
    };
    private readonly Option<int> _seed = SeedOption.Create();

    public WalkthroughCommand(Shell shell) : base(shell, "walkthrough", "Tells the whole loop: data, training, deployment, traffic, drift, alarm, retrain, recovery.",
        new("walkthrough", "the default story, in well under a minute"),
        new("walkthrough --drift none", "a quiet one: the monitor must stay silent"),
        new("walkthrough --scenario transit-ridership", "real days of ten years: the world changes as it did"),
        new("walkthrough --scenario telco-churn --drift concept --seed 7 --output json", "for a script"))
    {
        Add(_scenario);
        Add(_drift);
        Add(_seed);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        int seed = invocation.Parsed.GetValue(_seed);
        Scenario scenario = UsableScenario.Find(invocation.Places, invocation.Parsed.GetValue(_scenario) ?? DefaultScenario, seed);
        InjectedDrift drift = invocation.Parsed.GetValue(_drift) ?? StoryDriver.DriftOf(scenario);
        StoryDriver.Check(scenario, seed, drift);
        StoryWorkflows.Check(invocation.Places);
        await using Sandbox sandbox = Sandbox.Open(invocation.Places, invocation.Environment);
        StoryTelling telling = new(sandbox, invocation.Narration, invocation.Hints);
        StoryRow story = telling.Driver.Begin(scenario, seed, drift);
        sandbox.StartWorking();
        StoryOutcome outcome = await telling.RunAsync(story.Id, cancellation).ConfigureAwait(false);
        return invocation.AnswerEnd(outcome);
    }
}
