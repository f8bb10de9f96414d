using System.Text.Json;
using MlopsSandbox.Lifecycle.Monitor.Policies;

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
    /// <summary>What is predicted.</summary>
    public required LabelColumn Label { get; init; }
    /// <summary>Columns that models may use, in order.</summary>
    public required IReadOnlyList<Feature> Features { get; init; }
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
    /// <summary>Absolute path of the data.</summary>
    public string DataPath => Path.Combine(Folder, DataFile);
}

/// <summary>The label: its column and the value that counts as positive.</summary>
public sealed record LabelColumn(string Column, string Positive);

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

/// <summary>A success criterion: a metric and the least value that is good enough.</summary>
/// <param name="Metric">Such as <c>auc</c>.</param>
/// <param name="AtLeast">Inclusive lower bound.</param>
public sealed record Criterion(string Metric, double AtLeast);

/// <summary>Cost of each kind of mistake, in whole units of the currency.</summary>
public sealed record Costs(string Currency, double FalsePositive, double FalseNegative);

/// <summary>How the scenario's rows are divided by seed before any run.</summary>
/// <param name="HistoryShare">Share of all rows that is history, in (0, 1); the rest is the traffic reserve.</param>
/// <param name="Train">Share of the history that models are fitted on.</param>
/// <param name="Validation">Share of the history that chooses among models.</param>
/// <param name="Test">Share of the history that measures the chosen one.</param>
public sealed record Division(double HistoryShare, double Train, double Validation, double Test);

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
/// <param name="WindowDays">Days of requests in a window.</param>
public sealed record MonitorSettings(double FalseAlarmBudget, int PlannedChecks, int WindowDays)
{
    /// <summary>Groups whose decisions are held against those on all others; by default none.</summary>
    public IReadOnlyList<BiasGroup> Bias { get; init; } = [];
}

/// <summary>A group of rows: those with one value of a categorical feature.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Group">The value.</param>
public sealed record BiasGroup(string Feature, string Group);
