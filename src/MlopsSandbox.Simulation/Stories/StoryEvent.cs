using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Simulation.Outcome;

namespace MlopsSandbox.Simulation.Stories;

/// <summary>Something that the driver of this process has brought about, told after it stands in the catalog. A resumed story does not tell it again.</summary>
/// <param name="Story">The story as it then stood.</param>
public abstract record StoryEvent(StoryRow Story);

/// <summary>The requests of the days before a check were served, and it begins.</summary>
/// <param name="Story">The story.</param>
/// <param name="Day">The first of these days, from 0.</param>
/// <param name="Days">Days of the story.</param>
/// <param name="Requests">Requests of these days.</param>
/// <param name="Version">Model version that answered.</param>
public sealed record DayServed(StoryRow Story, int Day, int Days, int Requests, int Version) : StoryEvent(Story);

/// <summary>A day's check, and all that it caused, has ended.</summary>
/// <param name="Story">The story.</param>
/// <param name="Day">The day.</param>
/// <param name="Scores">What the check measured, most telling first.</param>
/// <param name="Decision">What the policy chose; null when the check failed.</param>
public sealed record DayChecked(StoryRow Story, int Day, IReadOnlyList<DriftScore> Scores, StoryDecision? Decision) : StoryEvent(Story);

/// <summary>The story is paused before its <see cref="StoryRow.Day"/>: somebody must play or step it before its driver goes on.</summary>
public sealed record StoryPaused(StoryRow Story) : StoryEvent(Story);

/// <summary>The story was cancelled where it stands, by whichever process.</summary>
public sealed record StoryCancelled(StoryRow Story) : StoryEvent(Story);

/// <summary>The story has ended, well or not.</summary>
public sealed record StoryEnded(StoryRow Story, StoryOutcome Outcome) : StoryEvent(Story);
