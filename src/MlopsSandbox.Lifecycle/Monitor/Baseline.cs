using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>What a monitor compares traffic against: the rows that a model came from, and how it scored rows that it was not fitted on.</summary>
public sealed record Baseline
{
    /// <summary>Most values that are kept of one numeric feature; of more, evenly spaced ones in order of size stand for all.</summary>
    public const int LargestSample = 10_000;

    /// <summary>The features, in the reference table's order.</summary>
    public required IReadOnlyList<ColumnSummary> Features { get; init; }

    /// <summary>Scores of the held-out rows, ascending.</summary>
    public required double[] HeldOutScores { get; init; }

    /// <summary>Labels of the held-out rows, in the order of <see cref="HeldOutScores"/>.</summary>
    public required bool[] HeldOutLabels { get; init; }

    /// <summary>The model's quality on the held-out rows.</summary>
    public required AucEstimate HeldOutAuc { get; init; }

    /// <summary>What the monitors besides the drift tests compare against; null in baselines of before there were any.</summary>
    public MonitorBaseline? Monitors { get; init; }

    /// <summary>Measures a baseline. The order of the rows makes no difference to it.</summary>
    /// <param name="reference">All rows of the dataset version that the model came from.</param>
    /// <param name="heldOutScores">The model's scores of rows that no fit has seen.</param>
    /// <param name="heldOutLabels">Their labels, in the same order.</param>
    /// <exception cref="ArgumentException">There are no reference rows, no held-out rows, or not one label for each score.</exception>
    public static Baseline From(Table reference, double[] heldOutScores, bool[] heldOutLabels)
    {
        if (reference.Count == 0) throw new ArgumentException("The reference has no rows; expected the dataset that the model came from.", nameof(reference));
        AucEstimate auc = RocAuc.Of(heldOutScores, heldOutLabels);
        (double Score, bool Label)[] heldOut = [.. heldOutScores.Zip(heldOutLabels).Order()];
        return new Baseline
        {
            Features = [.. reference.Columns.Select(FeatureOf)],
            HeldOutScores = [.. heldOut.Select(row => row.Score)],
            HeldOutLabels = [.. heldOut.Select(row => row.Label)],
            HeldOutAuc = auc,
        };
    }

    private static ColumnSummary FeatureOf(Column column) => ColumnSummary.Of(column) switch
    {
        NumericSummary numeric => numeric.Thinned(LargestSample),
        ColumnSummary other => other,
    };
}
