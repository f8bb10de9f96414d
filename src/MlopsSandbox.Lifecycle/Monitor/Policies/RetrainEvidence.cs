namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>All that a policy decides by, as it stands at one check. Simulated times.</summary>
public sealed record RetrainEvidence
{
    /// <summary>Time of the check.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the serving model was trained: the decision that led to it, or a later one whose model was rejected; for a first model, when it began to serve.</summary>
    public required DateTimeOffset LastTrainedAt { get; init; }

    /// <summary>Earlier decisions to retrain, the oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Trainings { get; init; } = [];

    /// <summary>Time from which an already deployed model will serve; null when none is under way.</summary>
    public DateTimeOffset? PendingFrom { get; init; }

    /// <summary>A run that trains for this endpoint and has not ended, such as <c>retrain-0002</c>; null when there is none.</summary>
    public string? UnfinishedRun { get; init; }

    /// <summary>The open alarm; null when there is none.</summary>
    public OpenAlarm? Alarm { get; init; }

    /// <summary>Labels of the endpoint's requests that have arrived, in order of serving.</summary>
    public IReadOnlyList<ArrivedLabel> Labels { get; init; } = [];

    /// <summary>Requests a day, over the days that the check looks at.</summary>
    public double RequestsPerDay { get; init; }

    /// <summary>Simulated days from a decision until the new model serves.</summary>
    public double RetrainDays { get; init; }

    /// <summary>Quality measured on labels; null when too few have arrived.</summary>
    public QualityEvidence? Quality { get; init; }

    /// <summary>Quality estimated before labels; null when this check estimates none.</summary>
    public QualityEvidence? EstimatedQuality { get; init; }

    /// <summary>What mistakes cost; null when the scenario names no costs, or too few labels have arrived.</summary>
    public CostEvidence? Cost { get; init; }

    /// <summary>Labels that have arrived since the last training.</summary>
    public int LabelsSinceTraining => Labels.Count(label => label.ArrivedAt > LastTrainedAt);
}

/// <summary>A label that has arrived.</summary>
/// <param name="ServedAt">Time of its request.</param>
/// <param name="ArrivedAt">Time of the label.</param>
/// <param name="IsPositive">Its class; null where labels are numbers.</param>
public sealed record ArrivedLabel(DateTimeOffset ServedAt, DateTimeOffset ArrivedAt, bool? IsPositive);

/// <summary>A model's quality now, and on the rows that it was held against when it was deployed.</summary>
/// <param name="Metric">Such as <c>AUC</c> or <c>MAE</c>, for people.</param>
/// <param name="Value">Now.</param>
/// <param name="Reference">Then.</param>
/// <param name="LossError">Standard error of the difference; 0 when it is not known.</param>
/// <param name="MoreIsBetter">False for errors, such as MAE.</param>
public sealed record QualityEvidence(string Metric, double Value, double Reference, double LossError, bool MoreIsBetter = true)
{
    /// <summary>How much worse it is now, in the metric's units; below 0 when it is better.</summary>
    public double Loss => MoreIsBetter ? Reference - Value : Value - Reference;
}

/// <summary>What the serving model's mistakes cost.</summary>
/// <param name="Currency">Such as <c>USD</c>.</param>
/// <param name="PerRequest">Mean cost of a request, on labels that have arrived lately.</param>
/// <param name="Reference">The same on the held-out rows.</param>
/// <param name="DifferenceError">Standard error of their difference.</param>
public sealed record CostEvidence(string Currency, double PerRequest, double Reference, double DifferenceError);
