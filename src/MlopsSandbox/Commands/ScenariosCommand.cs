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
        IReadOnlyList<ScenarioShape> scenarios = ScenarioShape.All(invocation.Places);
        if (scenarios.Count == 0 && !invocation.IsJson)
            throw new RefusalException($"{string.Join(" and ", invocation.Places.Scenarios)}: there is no scenario. Make one of a CSV file: '{invocation.Hints.For("scenarios", "add", "customers.csv", "--label", "churn")}'.");
        invocation.Answer(scenarios, screen =>
        {
            ScenariosTable.Draw(screen, scenarios);
            screen.WriteHint("Walk through one", invocation.Hints.For("walkthrough", "--scenario", scenarios[0].Name));
        });
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
