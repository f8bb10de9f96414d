using System.Diagnostics;
using System.Globalization;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Benchmarks.Pages;

/// <summary>A run as chance made it, before it is written.</summary>
internal sealed record SeededRun
{
    private static readonly (string Workflow, double Share)[] Workflows = [("monitor", 0.5), ("lifecycle", 0.25), ("retrain", 0.2), ("hyperparameter-sweep", 0.05)];

    public required int Number { get; init; }
    public required string Workflow { get; init; }
    /// <summary>The id that the catalog will give it.</summary>
    public required string Id { get; init; }
    public required string Scenario { get; init; }
    public required RunStatus Status { get; init; }
    public required string Cause { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required TimeSpan Duration { get; init; }
    public required ActivityContext Span { get; init; }

    public static IReadOnlyList<SeededRun> Many(SeedSizes sizes)
    {
        Random random = new(sizes.Seed);
        Dictionary<string, int> numbers = [];
        return [.. Enumerable.Range(0, sizes.Runs).Select(number => One(random, number, numbers))];
    }

    private static SeededRun One(Random random, int number, Dictionary<string, int> numbers)
    {
        string workflow = WorkflowAt(random.NextDouble());
        int ofWorkflow = numbers[workflow] = numbers.GetValueOrDefault(workflow) + 1;
        return new()
        {
            Number = number,
            Workflow = workflow,
            Id = string.Create(CultureInfo.InvariantCulture, $"{workflow}-{ofWorkflow:0000}"),
            Scenario = random.Next(3) == 0 ? "transit-ridership" : "telco-churn",
            Status = random.NextDouble() switch { < 0.92 => RunStatus.Succeeded, < 0.98 => RunStatus.Failed, _ => RunStatus.Cancelled },
            Cause = workflow == "retrain" ? "drift" : random.Next(2) == 0 ? "schedule" : "manual",
            StartedAt = SeededHome.Start.AddMinutes(90.0 * number).AddSeconds(random.Next(3_600)),
            Duration = TimeSpan.FromMilliseconds(2_000 + (60_000 * Math.Pow(random.NextDouble(), 3))),
            Span = new ActivityContext(SeededIds.Trace(random), SeededIds.Span(random), ActivityTraceFlags.Recorded),
        };
    }

    private static string WorkflowAt(double chance)
    {
        foreach ((string workflow, double share) in Workflows)
        {
            if (chance < share) return workflow;
            chance -= share;
        }
        return Workflows[0].Workflow;
    }
}
