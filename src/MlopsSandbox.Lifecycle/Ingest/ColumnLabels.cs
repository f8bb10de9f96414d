using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Labels as a column of a Parquet file: classes as truths, numbers as numbers.</summary>
internal static class ColumnLabels
{
    public static Array Of(double[] labels) => labels.All(label => label is 0 or 1) ? Classes.Of(labels) : labels.Select(label => (double?)label).ToArray();

    /// <summary>Reads what <see cref="Of"/> wrote.</summary>
    public static double[] Read(Array column) => column is bool[] classes ? Classes.Labels(classes) : [.. ((double?[])column).Select(label => label!.Value)];
}
