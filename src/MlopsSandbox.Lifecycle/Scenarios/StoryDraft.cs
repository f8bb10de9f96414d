using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Numbers and drifts that follow from a table: a history, a month of traffic, and what happens to it.</summary>
/// <param name="Settings">The members <c>division</c> to <c>story</c> as JSON text.</param>
/// <param name="Notes">What the user should know of them.</param>
internal sealed record StoryDraft(string Settings, IReadOnlyList<string> Notes)
{
    /// <summary>Drafts a story; a table that is too small for one gets settings for plain runs, and a note says so.</summary>
    public static StoryDraft Of(LabelSurvey label, IReadOnlyList<ColumnSurvey> features, DelimitedText text)
    {
        double rarer = Math.Min(label.Positives, label.Rows - label.Positives);
        StoryPlan? plan = StoryPlan.Of(label.Rows, rarer / label.Rows);
        if (plan is null)
            return WithoutStory(label.Rows, rarer, Invariant($"too few rows: {label.Rows}, {rarer} of the rarer class; expected about 1,300 or more, and more when a class is rare"));
        bool[] labels = [.. text.Records.Select(record => record[label.Index] == label.Positive)];
        FeatureSignal[] signals = [.. features.Select(feature => FeatureSignal.Of(feature, labels)).OrderByDescending(signal => signal.Separation)];
        IReadOnlyList<FeatureSignal> exchanged = ExchangeDraft.Choose(signals);
        FeatureSignal[] others = [.. signals.Except(exchanged)];
        PriceDraft? price = PriceDraft.Choose(others);
        SegmentDraft? segment = SegmentDraft.Choose(others.Where(signal => signal != price?.Feature), plan);
        bool tells = exchanged.Count > 0 || price is not null || segment is not null;
        return tells ? WithStory(plan, exchanged, price, segment) : WithoutStory(label.Rows, rarer, "no column's values can rise, shift or exchange their meaning");
    }

    private static StoryDraft WithStory(StoryPlan plan, IReadOnlyList<FeatureSignal> exchanged, PriceDraft? price, SegmentDraft? segment)
    {
        List<string> members = [], notes = [];
        if (price is not null)
        {
            members.Add(Invariant($"    \"price\": {{ \"feature\": {ScenarioText.Text(price.Feature.Name)}, \"factor\": {price.Factor} }}"));
            notes.Add(Invariant($"{price.Feature.Name} is {price.Factor} times its value"));
        }
        if (segment is not null)
        {
            members.Add(Invariant($"    \"segment\": {{ \"feature\": {ScenarioText.Text(segment.Feature.Name)}, \"value\": {ScenarioText.Text(segment.Category.Value)}, \"share\": {segment.Share} }}"));
            notes.Add(Invariant($"{segment.Feature.Name} is '{segment.Category.Value}' in {segment.Share:0 %} of requests (before {segment.Category.Share:0 %})"));
        }
        if (exchanged.Count > 0)
        {
            members.Add($"    \"concept\": {{\n      \"exchange\": [\n{string.Join(",\n", exchanged.Select(ExchangeDraft.Text))}\n      ]\n    }}");
            notes.Add($"values of {string.Join(", ", exchanged.Select(signal => signal.Name))} exchange their meaning");
        }
        string story = Invariant(
            $$"""
            ,
              "story": {
                "days": {{StoryPlan.Days}},
                "requestsPerDay": {{plan.RequestsPerDay}},
                "driftDay": {{plan.DriftDay}},
            {{string.Join(",\n", members)}}
              }
            """);
        return new StoryDraft(Common(plan.HistoryShare, plan.DelayDays, plan.MinimumLabels, plan.WindowDays) + story,
            [Invariant($"Story: {StoryPlan.Days} days of {plan.RequestsPerDay} requests; from day {plan.DriftDay} on {string.Join(", ", notes)}.")]);
    }

    private static StoryDraft WithoutStory(int rows, double rarer, string why) =>
        new(Common(Math.Clamp(StoryPlan.LeastHistoryShare(rarer), 0.35, 0.9), 2, Math.Max(50, rows / 10), 3), [$"No drift story is written, so the scenario can be run but not walked through: {why}."]);

    private static string Common(double historyShare, int delayDays, int minimumLabels, int windowDays) => Invariant(
        $$"""
        "division": { "historyShare": {{historyShare}}, "train": 0.8, "validation": 0.1, "test": 0.1 },
          "labels": { "delayDays": {{delayDays}} },
          "retrain": { "durationDays": 1, "minimumLabels": {{minimumLabels}}, "train": 0.6, "validation": 0.2, "test": 0.2 },
          "monitor": { "falseAlarmBudget": 0.05, "plannedChecks": {{StoryPlan.Days}}, "windowDays": {{windowDays}} }
        """);
}
