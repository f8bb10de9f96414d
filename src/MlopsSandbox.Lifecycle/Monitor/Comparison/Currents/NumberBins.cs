using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;

/// <summary>Tenths of a baseline's numbers, then a bin for missing cells and one for those that can't be read.</summary>
internal sealed class NumberBins
{
    private readonly QuantileBins _tenths;

    public NumberBins(NumberProfile baseline)
    {
        double[] values = [.. baseline.Values];
        _tenths = QuantileBins.Of(values);
        int[] counts = _tenths.CountsOf(values);
        counts[^1] = baseline.InProportion(baseline.Missing);
        Baseline = [.. counts, baseline.InProportion(baseline.Unreadable)];
    }

    /// <summary>Number of bins.</summary>
    public int Count => _tenths.Count + 1;

    public int MissingBin => _tenths.Count - 1;

    public int UnreadableBin => _tenths.Count;

    /// <summary>Upper edges of all bins of numbers but the last, which is open.</summary>
    public IReadOnlyList<double> UpperEdges => _tenths.UpperEdges;

    /// <summary>The baseline's rows in each bin, in proportion to the values that are kept.</summary>
    public int[] Baseline { get; }

    /// <summary>The bin of a number.</summary>
    public int IndexOf(double value) => _tenths.IndexOf(value);
}
