namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>How large a split is.</summary>
public sealed record SplitProfile(int Rows, int Positives)
{
    internal static SplitProfile Of(Table rows) => new(rows.Count, rows.Labels.Count(label => label));
}
