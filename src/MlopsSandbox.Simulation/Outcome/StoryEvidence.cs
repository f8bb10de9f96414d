using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Simulation.Outcome;

/// <summary>All that a story's outcome is judged from, as the catalog has it at the story's end.</summary>
public sealed record StoryEvidence
{
    /// <summary>The story's row.</summary>
    public required StoryRow Row { get; init; }
    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }
    /// <summary>Its simulated time.</summary>
    public StoryCalendar Calendar { get; init; } = StoryCalendar.Invented;
    /// <summary>Days of the story.</summary>
    public int Days => Story?.Days ?? ReplayedDays;
    /// <summary>What was to happen; null where real days were replayed.</summary>
    public required DriftStory? Story { get; init; }
    /// <summary>Days of a replay; 0 where the days were made up.</summary>
    public int ReplayedDays { get; init; }
    /// <summary>Which drift was told.</summary>
    public required InjectedDrift Drift { get; init; }
    /// <summary>All requests in order of serving.</summary>
    public required IReadOnlyList<ServedRequest> Requests { get; init; }
    /// <summary>Deployments at the story's endpoint, the first made first.</summary>
    public required IReadOnlyList<Deployment> Deployments { get; init; }
    /// <summary>Versions of the story's model group.</summary>
    public required IReadOnlyList<ModelVersion> Models { get; init; }
    /// <summary>Drift reports in order of time.</summary>
    public required IReadOnlyList<DriftReportRow> Reports { get; init; }
    /// <summary>Retrain decisions in order of time.</summary>
    public required IReadOnlyList<RetrainDecisionRow> Decisions { get; init; }
    /// <summary>Runs with their stages, the oldest first.</summary>
    public required IReadOnlyList<RunRow> Runs { get; init; }
}
