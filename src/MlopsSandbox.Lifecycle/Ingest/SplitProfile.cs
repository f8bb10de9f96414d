namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>How large a split is.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Positives">Those of the positive class; null when the labels are numbers.</param>
public sealed record SplitProfile(int Rows, int? Positives)
{
    internal static SplitProfile Of(Table rows) => new(rows.Count, DatasetProfile.PositivesOf(rows));
}
