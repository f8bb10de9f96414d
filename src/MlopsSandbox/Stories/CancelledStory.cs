using MlopsSandbox.Lifecycle.Catalog;
using static System.FormattableString;

namespace MlopsSandbox.Stories;

/// <summary>When a story was cancelled, in the words of terminal and pages. Pure.</summary>
internal static class CancelledStory
{
    /// <summary>Such as <c>on day 4 of 26</c>, which ends a sentence.</summary>
    /// <param name="story">One that was cancelled.</param>
    /// <param name="days">Its days; null when its scenario can no longer be read.</param>
    public static string When(StoryRow story, int? days) => story.Phase switch
    {
        "train" => "before its first day, while its first model was made",
        "judge" => "after its last day, before it was judged",
        _ => days is { } all ? Invariant($"on day {story.Day + 1} of {all}") : Invariant($"on day {story.Day + 1}"),
    };
}
