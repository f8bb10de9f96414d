using System.Text.Json.Serialization;
using MlopsSandbox.Lifecycle.Ingest;

namespace MlopsSandbox.Lifecycle.Prep;

/// <summary>A number: the median when it is missing, then (value − mean) / standard deviation. All three are of the train rows.</summary>
public sealed record NumericEncoding(string Column, double Median, double Mean, double StandardDeviation) : ColumnEncoding(Column)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<string> Slots => [Column];

    /// <summary>Learns the figures; null when the column is constant or empty and so tells nothing.</summary>
    internal static NumericEncoding? Fit(NumericColumn train)
    {
        double[] present = [.. train.Values.Where(value => !double.IsNaN(value)).Order()];
        if (present.Length == 0) return null;
        double median = Quantiles7.Of(present, 0.5);
        double[] filled = [.. train.Values.Select(value => double.IsNaN(value) ? median : value)];
        double mean = filled.Average();
        double deviation = Math.Sqrt(filled.Sum(value => (value - mean) * (value - mean)) / filled.Length);
        return present[0] == present[^1] ? null : new NumericEncoding(train.Name, median, mean, deviation);
    }

    internal override void Fill(Column column, float[][] vectors, int first)
    {
        if (column is not NumericColumn numeric) throw Unexpected(column, nameof(NumericColumn));
        for (int row = 0; row < vectors.Length; row++)
        {
            double value = double.IsNaN(numeric.Values[row]) ? Median : numeric.Values[row];
            vectors[row][first] = (float)((value - Mean) / StandardDeviation);
        }
    }
}
