namespace MlopsSandbox.Simulation.Outcome;

/// <summary>How a story goes: all that can be told of its days so far, the truth about its drift included.</summary>
public sealed record StoryProgress
{
    /// <summary>Days of the whole story.</summary>
    public required int Days { get; init; }
    /// <summary>The begin of its day 0, simulated time.</summary>
    public required DateTimeOffset Start { get; init; }
    /// <summary>When things happened, as far as they have; the injected day may be still to come.</summary>
    public required DriftTimeline Drift { get; init; }
    /// <summary>What quality is measured by: <c>auc</c>, or <c>mae</c>, of which less is better.</summary>
    public required string Metric { get; init; }
    /// <summary>The days that were served, in order.</summary>
    public required IReadOnlyList<StoryDay> ByDay { get; init; }
    /// <summary>Rolling windows of labels, as the outcome's <see cref="StoryQuality.Series"/>; empty where real days are replayed.</summary>
    public required IReadOnlyList<QualityWindow> Series { get; init; }
    /// <summary>What the policy chose at each check.</summary>
    public required IReadOnlyList<StoryDecision> Decisions { get; init; }
    /// <summary>Which model version serves from which day on, in order.</summary>
    public required IReadOnlyList<StoryChampion> Champions { get; init; }
}
