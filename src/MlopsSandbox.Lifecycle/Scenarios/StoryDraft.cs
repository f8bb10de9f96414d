using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Numbers and drifts that follow from a table: a history, a month of traffic, and what happens to it.</summary>
/// <param name="Settings">The members <c>division</c> to <c>story</c> as JSON text.</param>
/// <param name="Notes">What the user should know of them.</param>
internal sealed record StoryDraft(string Settings, IReadOnlyList<string> Notes)
{
    /// <summary>Rows that a story needs: a day's traffic must be enough to see a drift in.</summary>
    public const int FewestRows = 1_000;
    /// <summary>Rows of each class that a story needs.</summary>
    public const int FewestOfAClass = 200;

    private const int Days = 28, DriftDay = 8, MostRequestsPerDay = 250;
    private const double HistoryShare = 0.35;

    /// <summary>Plans a story; a table that cannot tell one gets settings for plain runs, and a note says why.</summary>
    public static StoryDraft Of(LabelSurvey label, IReadOnlyList<ColumnSurvey> features, DelimitedText text)
    {
        bool[] labels = [.. text.Records.Select(record => record[label.Index] == label.Positive)];
        // Seven tenths of the reserve make the story: the rest leaves room for a segment's rise. More requests than the most only take longer.
        int perDay = Math.Min(MostRequestsPerDay, (int)((1 - HistoryShare) * labels.Length * 0.7 / Days));
        int rarer = Math.Min(label.Positives, label.Rows - label.Positives);
        if (label.Rows < FewestRows || rarer < FewestOfAClass)
            return WithoutStory(perDay, Invariant($"{label.Rows} rows, {rarer} of the rarer class; a story needs {FewestRows} and {FewestOfAClass}"));
        FeatureSignal[] signals = [.. features.Select(feature => FeatureSignal.Of(feature, labels)).OrderByDescending(signal => signal.Separation)];
        return WithStory(perDay, StoryChanges.Of(signals));
    }

    private static StoryDraft WithStory(int perDay, StoryChanges changes)
    {
        string story = Invariant(
            $$"""
            ,
              "story": {
                "days": {{Days}},
                "requestsPerDay": {{perDay}},
                "driftDay": {{DriftDay}},
            {{string.Join(",\n", changes.Settings)}}
              }
            """);
        return new StoryDraft(Common(perDay) + story, [Invariant($"Story: {Days} days of {perDay} requests; from day {DriftDay} on {string.Join(", ", changes.Notes)}.")]);
    }

    private static StoryDraft WithoutStory(int perDay, string why) =>
        new(Common(perDay), [$"No drift story is written, so the scenario can be run but not walked through: {why}."]);

    private static string Common(int perDay) => Invariant(
        $$"""
        "division": { "historyShare": {{HistoryShare}}, "train": 0.8, "validation": 0.1, "test": 0.1 },
          "labels": { "delayDays": 3 },
          "retrain": { "durationDays": 1, "minimumLabels": {{Math.Max(50, 7 * perDay)}}, "train": 0.6, "validation": 0.2, "test": 0.2 },
          "monitor": { "falseAlarmBudget": 0.05, "plannedChecks": {{Days}}, "windowDays": 3 }
        """);
}
