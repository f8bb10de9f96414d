namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>A numeric feature; the figures are of the values that are there, null when there is none.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="StandardDeviation">Of the sample, by n − 1; null with one value.</param>
/// <param name="Quantiles">Minimum, quartiles and maximum, interpolated between neighbours (Hyndman and Fan's type 7, numpy's default).</param>
public sealed record NumericProfile(string Name, int Missing, double? Mean, double? StandardDeviation, IReadOnlyList<double> Quantiles) : ColumnProfile(Name, Missing)
{
    internal static NumericProfile Of(NumericColumn column)
    {
        double[] present = [.. column.Values.Where(value => !double.IsNaN(value)).Order()];
        int missing = column.Count - present.Length;
        if (present.Length == 0) return new NumericProfile(column.Name, missing, null, null, []);
        double mean = present.Average();
        double? deviation = present.Length < 2 ? null : Math.Sqrt(present.Sum(value => (value - mean) * (value - mean)) / (present.Length - 1));
        return new NumericProfile(column.Name, missing, mean, deviation, [.. new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(share => Quantiles7.Of(present, share))]);
    }
}
