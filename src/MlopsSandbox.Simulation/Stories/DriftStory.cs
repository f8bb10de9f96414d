using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Drift;

namespace MlopsSandbox.Simulation.Stories;

/// <summary>The drift story that a scenario tells: how long, how much traffic, what changes and when.</summary>
public sealed record DriftStory
{
    /// <summary>Simulated days, from 0 on; 2 to 400.</summary>
    public required int Days { get; init; }

    /// <summary>Requests that the endpoint answers each day; 1 to 100,000.</summary>
    public required int RequestsPerDay { get; init; }

    /// <summary>The first day on which the world has changed; from 1, before <see cref="Days"/>.</summary>
    public required int DriftDay { get; init; }

    /// <summary>The price rise, or null when the scenario tells none.</summary>
    public PriceRise? Price { get; init; }

    /// <summary>The shift of segment, or null when the scenario tells none.</summary>
    public SegmentShift? Segment { get; init; }

    /// <summary>The features that exchange their meaning, each once; empty when the scenario tells no such drift.</summary>
    public IReadOnlyList<FeatureExchange> Concept { get; init; } = [];

    /// <summary>The drifts that can be told: those that the scenario describes, <c>none</c> and <c>all</c>.</summary>
    public IReadOnlyList<InjectedDrift> Drifts
    {
        get
        {
            List<InjectedDrift> drifts = [InjectedDrift.None];
            if (Price is not null) drifts.Add(InjectedDrift.Price);
            if (Segment is not null) drifts.Add(InjectedDrift.Segment);
            if (Concept.Count > 0) drifts.Add(InjectedDrift.Concept);
            return [.. drifts, InjectedDrift.All];
        }
    }

    /// <summary>Reads the story of a scenario.</summary>
    /// <exception cref="ScenarioException">The scenario tells none, or says something that cannot be: all problems at once.</exception>
    public static DriftStory Of(Scenario scenario)
    {
        DriftStoryReading reading = new(scenario);
        DriftStory? story = reading.Read();
        return reading.Problems.Count == 0 ? story! : throw new ScenarioException(reading.Problems);
    }

    /// <summary>The story, when it can tell this drift.</summary>
    /// <exception cref="ScenarioException">The scenario has no such story.</exception>
    public static DriftStory Of(Scenario scenario, InjectedDrift drift)
    {
        DriftStory story = Of(scenario);
        if (story.Drifts.Contains(drift)) return story;
        string word = Word(drift), words = string.Join(", ", story.Drifts.Select(Word));
        throw new ScenarioException(
            $"{ScenarioFile.PlaceOf(scenario, "$.story")}: the story tells no '{word}'; expected one of {words}. Use --drift with one of them, or add \"{word}\" to the story.");
    }

    private static string Word(InjectedDrift drift) => drift.ToString().ToLowerInvariant();
}
