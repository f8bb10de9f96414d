using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>A number: its present values in ascending order.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Values">Present values, ascending; infinities are the outermost ones. All of them, or evenly spaced ones that stand for all.</param>
/// <param name="Missing">Rows without a value (NaN), in proportion to <paramref name="Values"/>.</param>
public sealed record NumericSummary(string Name, double[] Values, int Missing) : ColumnSummary(Name, Missing)
{
    /// <inheritdoc/>
    public override int Rows => Values.Length + Missing;

    /// <summary>Summarises values in any order; NaN is missing.</summary>
    public static NumericSummary Of(string name, ReadOnlySpan<double> values)
    {
        double[] present = new double[values.Length];
        int count = 0;
        foreach (double value in values)
        {
            present[count] = value;
            count += double.IsNaN(value) ? 0 : 1;
        }

        return new NumericSummary(name, SortedSample.Of(present.AsSpan(0, count)), values.Length - count);
    }

    /// <summary>
    /// The same column as if it had at most <paramref name="mostRows"/> rows: evenly spaced values in order of size stand for all, and the missing ones
    /// shrink in proportion. So it stands for fewer rows than there were: tests become careful, never bold.
    /// </summary>
    public NumericSummary Thinned(int mostRows)
    {
        if (Rows <= mostRows) return this;
        // Values so rare that none would be left are still told from a column that has none.
        int kept = Math.Max(Math.Sign(Values.Length), (int)((long)Values.Length * mostRows / Rows));
        return new NumericSummary(Name, [.. Enumerable.Range(0, kept).Select(i => Values[(long)((i + 0.5) * Values.Length / kept)])], mostRows - kept);
    }
}
