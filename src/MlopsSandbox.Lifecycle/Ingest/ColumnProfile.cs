using System.Text.Json.Serialization;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>What a feature looks like in a dataset.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Missing">Rows without a value.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NumericProfile), "numeric")]
[JsonDerivedType(typeof(CategoricalProfile), "categorical")]
public abstract record ColumnProfile(string Name, int Missing)
{
    internal static ColumnProfile Of(Column column) => column switch
    {
        NumericColumn numeric => NumericProfile.Of(numeric),
        CategoricalColumn categorical => CategoricalProfile.Of(categorical),
        _ => throw new ArgumentException($"Column '{column.Name}' is a {column.GetType().Name}; expected a numeric or categorical one."),
    };
}

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

/// <summary>A categorical feature.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Distinct">Different values.</param>
/// <param name="Top">The most frequent values, at most twenty, with their rows; equally frequent ones in order of their text.</param>
public sealed record CategoricalProfile(string Name, int Missing, int Distinct, IReadOnlyList<ValueRows> Top) : ColumnProfile(Name, Missing)
{
    private const int Most = 20;

    internal static CategoricalProfile Of(CategoricalColumn column)
    {
        ValueRows[] values =
        [
            .. column.Values.OfType<string>().GroupBy(value => value, StringComparer.Ordinal).Select(same => new ValueRows(same.Key, same.Count()))
                .OrderByDescending(value => value.Rows).ThenBy(value => value.Value, StringComparer.Ordinal),
        ];
        return new CategoricalProfile(column.Name, column.Values.Count(value => value is null), values.Length, [.. values.Take(Most)]);
    }
}

/// <summary>A value and how many rows have it.</summary>
public sealed record ValueRows(string Value, int Rows);
