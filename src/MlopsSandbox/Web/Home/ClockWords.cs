using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Stories;
using static System.FormattableString;

namespace MlopsSandbox.Web.Home;

/// <summary>What the simulated clock says of a story. Pure.</summary>
internal static class ClockWords
{
    /// <summary>Where it stands.</summary>
    /// <param name="story">The story.</param>
    /// <param name="days">Its days; null when its scenario can no longer be read.</param>
    public static string Where(StoryRow story, int? days) => story.Phase switch
    {
        _ when story.IsCancelled => $"cancelled {CancelledStory.When(story, days)}",
        _ when story.HasEnded && days is { } all => Invariant($"all {all} days are told"),
        "train" => "the first model is being made; traffic begins when it serves",
        "serve" => Invariant($"{(story.Pace.LetsServe ? "next is" : "paused before")} day {story.Day}; {Served(story, days)}"),
        "check" => Invariant($"day {story.Day} was served, and its check is under way; {Served(story, days)}"),
        _ => Served(story, days),
    };

    /// <summary>The truth about its world, which nobody tells the monitor.</summary>
    /// <param name="story">The story.</param>
    /// <param name="hasAlarmed">Whether drift was reported; null when nobody knows any more.</param>
    public static string Truth(StoryRow story, bool? hasAlarmed) => (story.Drift, hasAlarmed) switch
    {
        ("none", true) => "Nothing changed in it: what was reported was a false alarm.",
        ("none", false) => "Nothing changed in it, and nothing was reported.",
        ("none", null) => "Nothing changed in it.",
        ("real", _) => "Real days are replayed: the world changed as it did.",
        (var kind, _) => story.DriftDay is { } day ? Invariant($"‘{kind}’ drift was injected from day {day} on; nobody told the monitor.") : $"‘{kind}’ drift, on the scenario's own day; nobody tells the monitor.",
    };

    private static string Served(StoryRow story, int? days) => ServedDays.Words(ServedDays.Of(story.Phase, story.Day), days);
}
