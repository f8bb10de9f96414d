using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops scenarios</c>: what can be walked through.</summary>
internal sealed class ScenariosCommand : MlopsCommand
{
    public ScenariosCommand(Shell shell) : base(shell, "scenarios", "Lists the scenarios: problems with their data, goal and drift story.",
        new("scenarios", "every scenario that can be walked through"),
        new("scenarios add customers.csv --label churn", "makes a scenario of a file of yours"))
    {
        Add(Global.Output);
        Add(new ScenariosAddCommand(shell));
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        ScenarioShape[] scenarios = [.. ScenarioFolder.All(invocation.Places.Scenarios).Select(folder => Shape(ScenarioFile.Read(folder)))];
        if (scenarios.Length == 0 && !invocation.IsJson)
            throw new RefusalException($"{string.Join(" and ", invocation.Places.Scenarios)}: there is no scenario. Make one of a CSV file: '{invocation.Hints.For("scenarios", "add", "customers.csv", "--label", "churn")}'.");
        invocation.Answer(scenarios, screen =>
        {
            ScenariosTable.Draw(screen, scenarios);
            screen.WriteHint("Walk through one", invocation.Hints.For("walkthrough", "--scenario", scenarios[0].Name));
        });
        return Task.FromResult(ExitCodes.Succeeded);
    }

    /// <summary>A scenario as answers show it.</summary>
    internal static ScenarioShape Shape(Scenario scenario) =>
        new(scenario.Name, scenario.Title, scenario.Folder, scenario.Goal, scenario.Label.Positive is { } positive ? $"{scenario.Label.Column} = {positive}" : scenario.Label.Column, scenario.Features.Count);
}
