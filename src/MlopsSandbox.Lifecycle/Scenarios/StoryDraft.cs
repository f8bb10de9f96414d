using System.Globalization;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>The part of a drafted scenario that follows from how many rows there are.</summary>
/// <param name="Settings">The members <c>division</c> to <c>monitor</c> as JSON text.</param>
/// <param name="Notes">What the user should know.</param>
internal sealed record StoryDraft(string Settings, IReadOnlyList<string> Notes)
{
    public static StoryDraft Of(LabelSurvey label, IReadOnlyList<ColumnSurvey> features, DelimitedText text)
    {
        int perDay = (int)(label.Rows * 0.65 / 26);
        string settings = string.Create(CultureInfo.InvariantCulture,
            $$"""
            "division": { "historyShare": 0.35, "train": 0.8, "validation": 0.1, "test": 0.1 },
              "labels": { "delayDays": 3 },
              "retrain": { "durationDays": 1, "minimumLabels": {{Math.Max(50, perDay * 6)}}, "train": 0.6, "validation": 0.2, "test": 0.2 },
              "monitor": { "falseAlarmBudget": 0.05, "plannedChecks": 26, "windowDays": 3 }
            """);
        return new StoryDraft(settings, []);
    }
}
