using MlopsSandbox.Lifecycle.Monitor.Findings;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>What a drift check found.</summary>
public sealed record DriftReport
{
    /// <summary>Simulated begin of the window.</summary>
    public required DateTimeOffset WindowStart { get; init; }

    /// <summary>Simulated end of the window: the time of the check, or before it where windows must be full.</summary>
    public required DateTimeOffset WindowEnd { get; init; }

    /// <summary>Requests in the window.</summary>
    public required int Rows { get; init; }

    /// <summary>Requests whose labels arrived in the window's time.</summary>
    public required int LabelledRows { get; init; }

    /// <summary>Features, predictions and quality; those that alarm first, among them features first, the largest effect first.</summary>
    public required IReadOnlyList<DriftMeasure> Measures { get; init; }

    /// <summary>Quality of the labelled rows; NaN inside when there are too few.</summary>
    public required QualityEstimate Labelled { get; init; }

    /// <summary>Quality on the held-out rows, which it is held against.</summary>
    public required QualityEstimate Baseline { get; init; }

    /// <summary>Of a regression the mean of prediction − label of the labelled rows: below 0 the predictions were too low; NaN for classes and without labels.</summary>
    public double MeanError { get; init; } = double.NaN;

    /// <summary>What was not judged and why, and what the scenario's thresholds do not keep, a sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What the other monitors say; empty when they were not asked. Their findings are told, and raise no alarm of drift.</summary>
    public IReadOnlyList<MonitorResult> Monitors { get; init; } = [];

    /// <summary>True when anything alarms.</summary>
    public bool Drifted => Measures.Any(measure => measure.Drifted);

    /// <summary>The measure that best explains the alarm, or comes nearest to one; null when nothing was judged.</summary>
    public DriftMeasure? First => Drifted ? Measures[0] : Measures.MaxBy(measure => measure.Severity);
}
