using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>All that the report of a walkthrough shows.</summary>
internal sealed record ReportData
{
    public required string Scenario { get; init; }
    public required string Title { get; init; }
    public required string Goal { get; init; }
    public required string StoryId { get; init; }
    public required int Seed { get; init; }
    public required bool Success { get; init; }
    public required string Hash { get; init; }
    public required StoryTimeline Timeline { get; init; }
    public required QualityStory Quality { get; init; }
    public required IReadOnlyList<RocLine> Roc { get; init; }
    public IReadOnlyList<ScatterLine> Scatter { get; init; } = [];
    public IReadOnlyList<MlopsSandbox.Simulation.Outcome.ReplayedMonth> Months { get; init; } = [];
    public required IReadOnlyList<ChampionReport> Champions { get; init; }
    public required IReadOnlyList<FeatureDrift> Drift { get; init; }
    public IReadOnlyList<MonitorLine> Monitors { get; init; } = [];
    public required IReadOnlyList<TrialPoint> Trials { get; init; }
    public required IReadOnlyList<TraceBar> Trace { get; init; }
    public required IReadOnlyList<DecisionLine> Decisions { get; init; }
    public required IReadOnlyList<StageLine> Stages { get; init; }
}

/// <summary>When things happened, in days of the story from 0; null what did not happen.</summary>
/// <param name="Days">Days of the story.</param>
/// <param name="Kind">What drifted: <c>none</c>, <c>price</c>, <c>segment</c>, <c>concept</c> or <c>all</c>.</param>
/// <param name="Injected">Day from which traffic is drifted.</param>
/// <param name="Detected">Day at whose end the monitor raised the alarm.</param>
/// <param name="Retrained">Day at whose end the retrain ran.</param>
/// <param name="Recovered">First day of the window in which quality is regained.</param>
/// <param name="First">The date of day 0 where days are real; null where they are made up.</param>
internal sealed record StoryTimeline(int Days, string Kind, int? Injected, int? Detected, int? Retrained, int? Recovered, DateOnly? First = null)
{
    /// <summary>What the horizontal axis of a plot counts.</summary>
    public string AxisName => First is null ? "day of the story" : "year";

    /// <summary>Where a day stands on that axis.</summary>
    public double At(double day)
    {
        if (First is not { } first) return day;
        DateOnly date = first.AddDays((int)day);
        return date.Year + ((date.DayOfYear - 1.0) / (DateTime.IsLeapYear(date.Year) ? 366 : 365));
    }

    /// <summary>A day's name: its number, or the date.</summary>
    public string Name(double day) => First is { } first ? Invariant($"{first.AddDays((int)day):yyyy-MM-dd}") : Invariant($"day {day:0.#}");
}

/// <summary>Quality of what was served, in windows of labelled requests.</summary>
/// <param name="Metric">Such as <c>auc</c>.</param>
/// <param name="Before">Window before the drift; null when too few labels arrived.</param>
/// <param name="During">Window between drift and retrain.</param>
/// <param name="After">Window of the recovered champion; null when there is none.</param>
/// <param name="WithoutRetrain">The first champion on the requests of <paramref name="After"/>.</param>
/// <param name="Champion">By day: whoever served.</param>
/// <param name="Shadow">By day: the first champion, had it gone on.</param>
/// <param name="CostSaved">Against never retraining, in <paramref name="Currency"/>; null when no retrain took over.</param>
/// <param name="Currency">Such as USD.</param>
internal sealed record QualityStory(string Metric, QualityWindow? Before, QualityWindow? During, QualityWindow? After, double? WithoutRetrain,
    IReadOnlyList<QualityPoint> Champion, IReadOnlyList<QualityPoint> Shadow, double? CostSaved, string Currency);

/// <summary>A metric over the requests of the days from <paramref name="FromDay"/> (inclusive) to <paramref name="ToDay"/> (exclusive).</summary>
internal sealed record QualityWindow(int FromDay, int ToDay, int Rows, double Value);

/// <summary>A metric over a window that ends at <paramref name="Day"/>.</summary>
internal sealed record QualityPoint(double Day, double Value);

/// <summary>A model version that was champion, measured on rows that no fit has seen.</summary>
/// <param name="Version">Number in the registry.</param>
/// <param name="Trainer">Family that won.</param>
/// <param name="RunId">The run that made it.</param>
/// <param name="Sha256">Hash of its package.</param>
/// <param name="Quality">Its headline metric.</param>
/// <param name="Confusion">At its threshold; null when the run left no evaluation, and for numbers.</param>
/// <param name="MeasuredOn">Which rows, for people.</param>
internal sealed record ChampionReport(int Version, string Trainer, string RunId, string Sha256, double Quality, ConfusionCounts? Confusion, string MeasuredOn);

/// <summary>A ROC curve: false positive rate and true positive rate, from (0, 0) to (1, 1).</summary>
internal sealed record RocLine(string Name, double Auc, IReadOnlyList<(double False, double True)> Points);

/// <summary>Predicted numbers of a model against the true ones.</summary>
internal sealed record ScatterLine(string Name, double Mae, IReadOnlyList<(double Prediction, double Label)> Points);

/// <summary>How often each answer met each truth.</summary>
internal sealed record ConfusionCounts(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives, double Threshold);

/// <summary>Drift of a feature, of the predictions or of the quality at each daily check.</summary>
/// <param name="Name">Feature, <c>prediction</c> or <c>quality</c>.</param>
/// <param name="Test">The test that spoke for it when it was worst, such as <c>ks</c>.</param>
/// <param name="Checks">By day.</param>
internal sealed record FeatureDrift(string Name, string Test, IReadOnlyList<DriftPoint> Checks)
{
    /// <summary>Its worst check, in thresholds; 0 without any.</summary>
    public double Peak => Checks.Select(check => check.Ratio).Where(double.IsFinite).DefaultIfEmpty(0).Max();
}

/// <summary>One check at the end of a day.</summary>
/// <param name="Day">The day, from 0.</param>
/// <param name="Ratio">Score in thresholds: from 1 on it alarms; NaN when it could not be judged.</param>
internal sealed record DriftPoint(int Day, double Ratio);

/// <summary>One thing that a monitor looks at, over the story.</summary>
/// <param name="Monitor">Which monitor, in words.</param>
/// <param name="Subject">What it is about and how it is measured.</param>
/// <param name="Judged">Checks that could judge it.</param>
/// <param name="FoundDays">Days at whose end it was found.</param>
/// <param name="Text">What it said when it was first found, else last.</param>
internal sealed record MonitorLine(string Monitor, string Subject, int Judged, IReadOnlyList<int> FoundDays, string Text);

/// <summary>A trial of a tuning.</summary>
/// <param name="Ordinal">From 0.</param>
/// <param name="Settings">Hyperparameters, for people.</param>
/// <param name="Value">The headline metric on the validation rows.</param>
/// <param name="Chosen">True for the one that won.</param>
internal sealed record TrialPoint(int Ordinal, string Settings, double Value, bool Chosen);

/// <summary>A span of a run, in seconds from the run's start; its kind is <c>run</c>, <c>enqueue</c>, <c>process</c>, <c>stage</c> or <c>other</c>.</summary>
internal sealed record TraceBar(string Name, int Depth, double StartSeconds, double DurationSeconds, string Kind, bool Failed);

/// <summary>A retrain decision that is not <c>none</c>, or the first of a row of equal ones.</summary>
internal sealed record DecisionLine(double Day, string Choice, string Reason, string? ReportId);

/// <summary>A stage of the first run: what it is for and what it made.</summary>
internal sealed record StageLine(string Stage, string Purpose, string Made, double Seconds);
