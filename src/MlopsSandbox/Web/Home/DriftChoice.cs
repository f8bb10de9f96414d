using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Web.Home;

/// <summary>A drift that can be injected.</summary>
/// <param name="Word">Its kind.</param>
/// <param name="Text">What changes, for people.</param>
internal sealed record DriftChoice(string Word, string Text)
{
    /// <summary>What a story's scenario can tell; empty when it can no longer be read, or replays real days.</summary>
    public static IReadOnlyList<DriftChoice> Of(StoryRow story)
    {
        try
        {
            return StoryTimes.Of(story).Story is { } told ? Of(told) : [];
        }
        catch (ScenarioException)
        {
            return [];
        }
    }

    /// <summary>What a scenario's story can tell, <c>none</c> apart.</summary>
    public static IReadOnlyList<DriftChoice> Of(DriftStory story) =>
        [.. story.Drifts.Where(kind => kind != InjectedDrift.None).Select(kind => new DriftChoice(kind.ToString().ToLowerInvariant(), Words(story, kind)))];

    private static string Words(DriftStory story, InjectedDrift kind) => kind switch
    {
        InjectedDrift.Price => FormattableString.Invariant($"{story.Price!.Feature} is multiplied by {story.Price.Factor:0.##}"),
        InjectedDrift.Segment => FormattableString.Invariant($"{story.Segment!.Share:0 %} of the requests have {story.Segment.Feature} ‘{story.Segment.Value}’"),
        InjectedDrift.Concept => $"the same {string.Join(", ", story.Concept.Select(exchange => exchange.Feature))} means something else",
        _ => "all of these on the same day",
    };
}
