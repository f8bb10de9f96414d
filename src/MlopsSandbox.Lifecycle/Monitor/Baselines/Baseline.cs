using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>What a monitor compares traffic against: the rows that a model came from, and how it scored rows that it was not fitted on.</summary>
public sealed record Baseline
{
    /// <summary>Most values that are kept of one numeric feature; of more, evenly spaced ones in order of size stand for all.</summary>
    public const int LargestSample = 10_000;

    /// <summary>What the model answers.</summary>
    public required PredictionTask Task { get; init; }

    /// <summary>The features, in the reference table's order.</summary>
    public required IReadOnlyList<ColumnSummary> Features { get; init; }

    /// <summary>Scores of the held-out rows, ascending.</summary>
    public required double[] HeldOutScores { get; init; }

    /// <summary>Labels of the held-out rows, in the order of <see cref="HeldOutScores"/>.</summary>
    public required double[] HeldOutLabels { get; init; }

    /// <summary>The model's quality on the held-out rows.</summary>
    public QualityEstimate HeldOut => QualityEstimate.Of(Task, HeldOutScores, HeldOutLabels);

    /// <summary>What the monitors besides the drift tests compare against; null in baselines of before there were any.</summary>
    public MonitorBaseline? Monitors { get; init; }

    /// <summary>Whole rows, for joint drift and the attributions of features; null in baselines of before there were any.</summary>
    public RowSample? Rows { get; init; }

    /// <summary>Measures a baseline. The order of the rows makes no difference to it.</summary>
    /// <param name="task">What the model answers.</param>
    /// <param name="reference">All rows of the dataset version that the model came from.</param>
    /// <param name="heldOutScores">The model's scores of rows that no fit has seen.</param>
    /// <param name="heldOutLabels">Their labels, in the same order.</param>
    /// <exception cref="ArgumentException">There are no reference rows, no held-out rows, or not one label for each score.</exception>
    public static Baseline From(PredictionTask task, Table reference, double[] heldOutScores, double[] heldOutLabels)
    {
        if (reference.Count == 0) throw new ArgumentException("The reference has no rows; expected the dataset that the model came from.", nameof(reference));
        if (heldOutScores.Length == 0 || heldOutScores.Length != heldOutLabels.Length)
            throw new ArgumentException($"{heldOutScores.Length} scores against {heldOutLabels.Length} labels; expected at least one held-out row, with one label for each score.", nameof(heldOutLabels));
        (double Score, double Label)[] heldOut = [.. heldOutScores.Zip(heldOutLabels).Order()];
        return new Baseline
        {
            Task = task,
            Features = [.. reference.Columns.Select(FeatureOf)],
            HeldOutScores = [.. heldOut.Select(row => row.Score)],
            HeldOutLabels = [.. heldOut.Select(row => row.Label)],
        };
    }

    /// <summary>Measures a baseline of two classes.</summary>
    /// <exception cref="ArgumentException">There are no reference rows, no held-out rows, or not one label for each score.</exception>
    public static Baseline From(Table reference, double[] heldOutScores, bool[] heldOutClasses) =>
        From(PredictionTask.BinaryClassification, reference, heldOutScores, Classes.Labels(heldOutClasses));

    private static ColumnSummary FeatureOf(Column column) => ColumnSummary.Of(column) switch
    {
        NumericSummary numeric => numeric.Thinned(LargestSample),
        ColumnSummary other => other,
    };
}
