using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Simulation.Outcome;

namespace MlopsSandbox.Shapes;

/// <summary>A story with all that can be told of its days.</summary>
internal sealed record StoryDetailShape : StoryShape
{
    [SetsRequiredMembers]
    private StoryDetailShape(StoryShape story, StoryProgress progress, JsonElement? outcome) : base(story) => (Progress, Outcome) = (progress, outcome);

    /// <summary>How it goes.</summary>
    public StoryProgress Progress { get; }
    /// <summary>How it ended, in the shape of <c>walkthrough</c>; null before, and of one that was cancelled.</summary>
    public JsonElement? Outcome { get; }

    /// <summary>Of a story's row and its progress.</summary>
    public static StoryDetailShape Of(StoryRow story, StoryProgress progress) => new(Of(story), progress, story.Outcome);
}
