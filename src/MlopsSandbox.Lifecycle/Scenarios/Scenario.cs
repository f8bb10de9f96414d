using System.Text.Json;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Lifecycle.Monitor.Schedules;
using MlopsSandbox.Lifecycle.Monitor.Thresholds;
using MlopsSandbox.Lifecycle.Monitor.Windows;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>A problem: its data, task, business goal, success criteria and costs, as <c>scenario.json</c> states them.</summary>
public sealed record Scenario
{
    /// <summary>Name of the scenario, lower-case words joined by hyphens; equal to its folder's name.</summary>
    public required string Name { get; init; }
    /// <summary>Title for people.</summary>
    public required string Title { get; init; }
    /// <summary>Absolute path of the folder.</summary>
    public required string Folder { get; init; }
    /// <summary>File name of the data within the folder.</summary>
    public required string DataFile { get; init; }
    /// <summary>What its models answer.</summary>
    public PredictionTask Task { get; init; }
    /// <summary>What is predicted.</summary>
    public required LabelColumn Label { get; init; }
    /// <summary>The rows' days; null when the rows have no order in time.</summary>
    public TimeAxis? Time { get; init; }
    /// <summary>Columns that models may use, in order.</summary>
    public required IReadOnlyList<Feature> Features { get; init; }
    /// <summary>How features that have no column of their own follow from the rows' days, by name.</summary>
    public IReadOnlyDictionary<string, Derivation> Derived { get; init; } = new Dictionary<string, Derivation>();
    /// <summary>A numeric feature that is itself a simple forecast of the label, which models of a regression must beat; null when none is named.</summary>
    public string? NaiveForecast { get; init; }
    /// <summary>The business goal in one or two sentences.</summary>
    public required string Goal { get; init; }
    /// <summary>What a model must reach on rows that no fit has seen, or it is not deployed.</summary>
    public required IReadOnlyList<Criterion> SuccessCriteria { get; init; }
    /// <summary>What mistakes cost.</summary>
    public required Costs Costs { get; init; }
    /// <summary>How rows are divided.</summary>
    public required Division Division { get; init; }
    /// <summary>When labels arrive.</summary>
    public required LabelDelay Labels { get; init; }
    /// <summary>How and when a retrain happens.</summary>
    public required RetrainSettings Retrain { get; init; }
    /// <summary>How drift is watched.</summary>
    public required MonitorSettings Monitor { get; init; }
    /// <summary>The drift story, read by the simulator; null when the file tells none.</summary>
    public JsonElement? Story { get; init; }
    /// <summary>The metric by which its models are chosen, compared and watched.</summary>
    public HeadlineMetric Headline => HeadlineMetric.Of(Task);
    /// <summary>Absolute path of the data.</summary>
    public string DataPath => Path.Combine(Folder, DataFile);
}

/// <summary>The label: its column, and of classes the value that counts as positive; null when the label is a number.</summary>
public sealed record LabelColumn(string Column, string? Positive);

/// <summary>How a feature is read.</summary>
public enum FeatureKind
{
    /// <summary>A number; an empty cell is missing.</summary>
    Numeric,
    /// <summary>A text from a small set; an empty cell is missing.</summary>
    Categorical,
}

/// <summary>A column that models may use.</summary>
public sealed record Feature(string Name, FeatureKind Kind);

/// <summary>A success criterion: a metric and the value that is good enough, from one side.</summary>
/// <param name="Metric">Such as <c>auc</c> or <c>mae</c>.</param>
/// <param name="AtLeast">Inclusive lower bound; null for an error.</param>
/// <param name="AtMost">Inclusive upper bound; null for a quality.</param>
public sealed record Criterion(string Metric, double? AtLeast, double? AtMost = null)
{
    /// <summary>True for a value on the right side.</summary>
    public bool IsMetBy(double value) => AtLeast is { } least ? value >= least : value <= AtMost;

    /// <summary>The bound in words, such as <c>at least 0.65</c>.</summary>
    public string Bound => AtLeast is { } least ? Invariant($"at least {least}") : Invariant($"at most {AtMost}");
}

/// <summary>Cost of each kind of mistake, in whole units of the currency.</summary>
/// <param name="Currency">Such as USD; empty when mistakes have no price.</param>
/// <param name="FalsePositive">Of classes: acting where nothing would have happened.</param>
/// <param name="FalseNegative">Of classes: missing a positive.</param>
/// <param name="PerUnitError">Of numbers: one unit of absolute error.</param>
public sealed record Costs(string Currency, double FalsePositive, double FalseNegative, double PerUnitError = 0)
{
    /// <summary>Mistakes have no price.</summary>
    public static Costs None { get; } = new("", 0, 0);

    /// <summary>Probability from which on acting costs least in expectation; ½ where mistakes have no price.</summary>
    public double Threshold => FalsePositive + FalseNegative > 0 ? FalsePositive / (FalsePositive + FalseNegative) : 0.5;

    /// <summary>Cost of a decision between two classes; 0 when it was right.</summary>
    public double OfDecision(bool acts, bool isPositive) => acts == isPositive ? 0 : acts ? FalsePositive : FalseNegative;
}

/// <summary>How the scenario's rows are divided before any run: by seed, or in order of time where rows have days.</summary>
/// <param name="HistoryShare">Share of all rows that is history, in (0, 1); the rest is the traffic reserve. NaN where <paramref name="HistoryUntil"/> divides them.</param>
/// <param name="Train">Share of the history that models are fitted on.</param>
/// <param name="Validation">Share of the history that chooses among models.</param>
/// <param name="Test">Share of the history that measures the chosen one.</param>
/// <param name="HistoryUntil">The first day of the traffic, where rows have days; null where <paramref name="HistoryShare"/> divides them.</param>
public sealed record Division(double HistoryShare, double Train, double Validation, double Test, DateOnly? HistoryUntil = null);

/// <summary>Days from a request to its label.</summary>
public sealed record LabelDelay(int DelayDays);

/// <summary>How and when a retrain happens.</summary>
/// <param name="DurationDays">Simulated days from the decision until the new model serves.</param>
/// <param name="MinimumLabels">Labels from after the estimated change that a retrain needs to learn from.</param>
/// <param name="Train">Share of the labelled recent rows that is fitted on.</param>
/// <param name="Validation">Share that chooses.</param>
/// <param name="Test">Share that measures challenger and champion.</param>
public sealed record RetrainSettings(int DurationDays, int MinimumLabels, double Train, double Validation, double Test)
{
    /// <summary>When a retrain happens, unless somebody has set another policy in the home.</summary>
    public RetrainPolicy Policy { get; init; } = RetrainPolicy.Default;
}

/// <summary>How drift is watched.</summary>
/// <param name="FalseAlarmBudget">Probability of any false alarm over the whole story, all features, checks and monitors together; in (0, 1).</param>
/// <param name="PlannedChecks">Checks that share the budget.</param>
/// <param name="Window">Which requests a check looks at.</param>
public sealed record MonitorSettings(double FalseAlarmBudget, int PlannedChecks, WindowRule Window)
{
    /// <summary>Looks at the last days.</summary>
    public MonitorSettings(double falseAlarmBudget, int plannedChecks, int windowDays) : this(falseAlarmBudget, plannedChecks, new SlidingDays(windowDays)) { }

    /// <summary>All there is to watch.</summary>
    public static IReadOnlyList<WatchedPart> Everything { get; } = [WatchedPart.Features, WatchedPart.Prediction, WatchedPart.Quality];

    /// <summary>What is tested in each check, everything by default; the drift tests' part of the budget is shared by these.</summary>
    public IReadOnlyList<WatchedPart> Watches { get; init; } = Everything;
    /// <summary>When a story checks; null for its own way: each day, or each month of real days.</summary>
    public CheckSchedule? Schedule { get; init; }
    /// <summary>What features and predictions are held against in the place of the tests at their share of the budget; null for the tests.</summary>
    public ThresholdRule? Thresholds { get; init; }
    /// <summary>From where on a change of a feature or of the predictions matters.</summary>
    public LeastChange LeastChange { get; init; } = LeastChange.Default;
    /// <summary>How the quality of a regression is tested.</summary>
    public QualityTest Quality { get; init; } = QualityTest.Mae;
    /// <summary>Days that a model may serve before its age is told; null when none is too many.</summary>
    public int? MaximumModelDays { get; init; }
    /// <summary>Groups whose decisions are held against those on all others; by default none.</summary>
    public IReadOnlyList<BiasGroup> Bias { get; init; } = [];
}

/// <summary>A part of what a monitor can look at.</summary>
public enum WatchedPart
{
    /// <summary>Each feature's values.</summary>
    Features,
    /// <summary>The model's answers.</summary>
    Prediction,
    /// <summary>The model's answers against labels.</summary>
    Quality,
}

/// <summary>How the quality of a regression is held against the baseline.</summary>
public enum QualityTest
{
    /// <summary>Has the mean absolute error grown? Sees any loss, but only once it stands out from the spread of the errors.</summary>
    Mae,
    /// <summary>Has the mean error moved, up or down? Sees a change of level much earlier, and nothing else.</summary>
    Bias,
}

/// <summary>A group of rows: those with one value of a categorical feature.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Group">The value.</param>
public sealed record BiasGroup(string Feature, string Group);
