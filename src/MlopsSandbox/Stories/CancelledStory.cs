using MlopsSandbox.Lifecycle.Catalog;
using static System.FormattableString;

namespace MlopsSandbox.Stories;

/// <summary>When a story was cancelled, in the words of terminal and pages. Pure.</summary>
internal static class CancelledStory
{
    /// <summary>Such as <c>before day 3, with 3 of 26 days served</c>, which ends a sentence.</summary>
    /// <param name="story">One that was cancelled.</param>
    /// <param name="days">Its days; null when its scenario can no longer be read.</param>
    public static string When(StoryRow story, int? days) => story.Phase switch
    {
        "train" => "before its first day, while its first model was made",
        "judge" => "after its last day, before it was judged",
        _ => Invariant($"{(story.Phase == "serve" ? "before" : "on")} day {story.Day}, with {ServedDays.Words(ServedDays.Of(story.Phase, story.Day), days)}"),
    };
}
