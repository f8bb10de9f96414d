using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Simulation.Tests;

/// <summary>A scenario with two features and a story of the test's own, in a folder of its own.</summary>
internal sealed class SmallScenario : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("mlops-story-").FullName;

    public SmallScenario(string story, int rows = 400)
    {
        string folder = Path.Combine(_parent, "small");
        Directory.CreateDirectory(folder);
        IEnumerable<string> data = Enumerable.Range(0, rows).Select(row => FormattableString.Invariant($"{row},{(row % 4 == 0 ? "gold" : "basic")},{(row % 5 < 2 ? "yes" : "no")}"));
        File.WriteAllLines(Path.Combine(folder, "small.csv"), data.Prepend("price,plan,left"));
        File.WriteAllText(Path.Combine(folder, "scenario.json"), $$"""
            {
              "name": "small", "title": "Small", "task": "binary-classification", "data": "small.csv",
              "label": { "column": "left", "positive": "yes" },
              "features": [{ "name": "price", "kind": "numeric" }, { "name": "plan", "kind": "categorical" }],
              "goal": "None.", "successCriteria": [{ "metric": "auc", "atLeast": 0.5 }],
              "costs": { "currency": "USD", "falsePositive": 1, "falseNegative": 1 },
              "division": { "historyShare": 0.25, "train": 0.8, "validation": 0.1, "test": 0.1 },
              "labels": { "delayDays": 2 },
              "retrain": { "durationDays": 1, "minimumLabels": 50, "train": 0.6, "validation": 0.2, "test": 0.2 },
              "monitor": { "falseAlarmBudget": 0.05, "plannedChecks": 10, "windowDays": 2 }{{(story.Length == 0 ? "" : ",")}}
              {{story}}
            }
            """);
        Scenario = ScenarioFile.Read(folder);
    }

    public Scenario Scenario { get; }

    public void Dispose() => Directory.Delete(_parent, recursive: true);
}
