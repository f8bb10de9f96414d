namespace MlopsSandbox.Statistics;

/// <summary>Bins of a number that are equally wide, with one more below them, one above, and one for missing values.</summary>
/// <remarks>
/// A bin reaches from its lower edge, included, to the next one; the last includes its upper edge too, as in numpy's <c>histogram</c>. Values that
/// lie outside of the range stand in the bins below and above, so that a window that leaves the baseline's range is not overlooked.
/// Bins with equally many baseline rows, the quantile rule, are <see cref="QuantileBins"/>.
/// </remarks>
public sealed class EqualWidthBins
{
    /// <summary>The rules never choose more bins than this, however far an outlier lies.</summary>
    public const int MostBins = 10_000;

    private const int FirstInside = 1;

    /// <summary>Room to both sides of a constant whose neighbours in double precision are farther away than ½ allows for.</summary>
    private const double ConstantMargin = 1e-11;

    private readonly double[] _edges;
    private readonly double _binsPerUnit;

    private EqualWidthBins(double lowest, double highest, int bins)
    {
        if (lowest == highest)
        {
            double margin = Math.Max(0.5, ConstantMargin * Math.Abs(lowest));
            (lowest, highest) = (lowest - margin, highest + margin);
        }

        double width = (highest - lowest) / bins;
        if (!CanCut(lowest, highest, bins))
            throw new ArgumentException($"The range from {lowest} to {highest} cannot be cut into {bins} bins of double precision; scale the values first.");
        _binsPerUnit = bins / (highest - lowest);
        _edges = new double[bins + 1];
        for (int k = 0; k < bins; k++) _edges[k] = (k * width) + lowest;
        _edges[bins] = highest;
    }

    /// <summary>Number of bins: those inside the range, one below it, one above, and the one for missing values, in the order below, inside, above, missing.</summary>
    public int Count => _edges.Length + 2;

    /// <summary>Edges of the bins inside the range, ascending, both ends included.</summary>
    public IReadOnlyList<double> Edges => _edges;

    /// <summary>A given number of bins over the range of a baseline; a constant has the range of ½ to both sides (1e-11 of its size when that is more).</summary>
    /// <param name="baseline">From one finite value on, in any order.</param>
    /// <param name="bins">Bins inside the range, 1 to <see cref="MostBins"/>.</param>
    /// <exception cref="ArgumentException">The baseline is empty, or has a NaN or an infinite value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is out of range.</exception>
    public static EqualWidthBins Of(ReadOnlySpan<double> baseline, int bins)
    {
        (double lowest, double highest) = FiniteSample.Extremes(baseline, nameof(baseline));
        return Between(lowest, highest, bins);
    }

    /// <summary>A given number of bins over the range that two samples have together, which makes a distance over them symmetric.</summary>
    /// <exception cref="ArgumentException">A sample is empty, or has a NaN or an infinite value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is out of range.</exception>
    public static EqualWidthBins OfBoth(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current, int bins)
    {
        (double lowest, double highest) = FiniteSample.Extremes(baseline, nameof(baseline));
        (double low, double high) = FiniteSample.Extremes(current, nameof(current));
        return Between(Math.Min(lowest, low), Math.Max(highest, high), bins);
    }

    /// <summary>A given number of bins over a given range.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is not 1 to <see cref="MostBins"/>.</exception>
    /// <exception cref="ArgumentException">The range is not finite, or its ends are the wrong way round.</exception>
    public static EqualWidthBins Between(double lowest, double highest, int bins)
    {
        if (bins is < 1 or > MostBins) throw new ArgumentOutOfRangeException(nameof(bins), bins, $"Expected 1 to {MostBins} bins.");
        if (!double.IsFinite(lowest) || !double.IsFinite(highest) || lowest > highest)
            throw new ArgumentException($"The range goes from {lowest} to {highest}; expected two finite ends in ascending order.");
        return new EqualWidthBins(lowest, highest, bins);
    }

    /// <summary>Freedman and Diaconis' rule: bins of width 2·IQR·n^(−1/3). One bin when the middle half of the values is one value.</summary>
    /// <remarks>Robust against outliers, which only add empty bins, up to <see cref="MostBins"/>. Freedman and Diaconis (1981), Z. Wahrscheinlichkeitstheorie 57, 453–476.</remarks>
    /// <exception cref="ArgumentException">The baseline is empty, or has a NaN or an infinite value.</exception>
    public static EqualWidthBins FreedmanDiaconis(ReadOnlySpan<double> baseline) => WithWidth(BinWidth.FreedmanDiaconis, baseline);

    /// <summary>Doane's rule: Sturges' with more bins the more skewed the values are. One bin for fewer than three values, or equal ones.</summary>
    /// <remarks>Doane (1976), Aesthetic frequency classifications, The American Statistician 30, 181–183.</remarks>
    /// <exception cref="ArgumentException">The baseline is empty, or has a NaN or an infinite value.</exception>
    public static EqualWidthBins Doane(ReadOnlySpan<double> baseline) => WithWidth(BinWidth.Doane, baseline);

    /// <summary>Numpy's rule <c>auto</c>: the narrower of Freedman and Diaconis' bins and Sturges', log₂ n + 1 bins; Sturges' alone where the former has no width.</summary>
    /// <exception cref="ArgumentException">The baseline is empty, or has a NaN or an infinite value.</exception>
    public static EqualWidthBins Auto(ReadOnlySpan<double> baseline) => WithWidth(BinWidth.Auto, baseline);

    /// <summary>The bin of a value; NaN is missing, infinite values lie below and above.</summary>
    public int IndexOf(double value)
    {
        double[] edges = _edges;
        int last = edges.Length - 2;
        if (value >= edges[0] && value < edges[last + 1])
        {
            // By division, then moved to where the edges say; without branches, since a million values go through here.
            int bin = Math.Min((int)((value - edges[0]) * _binsPerUnit), last);
            return FirstInside + bin + (value >= edges[bin + 1] ? 1 : 0) - (value < edges[bin] ? 1 : 0);
        }

        if (double.IsNaN(value)) return Count - 1;
        if (value < edges[0]) return 0;
        return value == edges[last + 1] ? FirstInside + last : FirstInside + last + 1;
    }

    /// <summary>How many values fall into each bin.</summary>
    public int[] CountsOf(ReadOnlySpan<double> values)
    {
        int[] counts = new int[Count];
        foreach (double value in values) counts[IndexOf(value)]++;
        return counts;
    }

    private static EqualWidthBins WithWidth(Func<double[], double> rule, ReadOnlySpan<double> baseline)
    {
        double[] sorted = FiniteSample.Sorted(baseline, nameof(baseline));
        double width = rule(sorted), range = sorted[^1] - sorted[0];
        int bins = width > 0 ? (int)Math.Clamp(Math.Ceiling(range / width), 1, MostBins) : 1;
        while (bins > 1 && range > 0 && !CanCut(sorted[0], sorted[^1], bins)) bins /= 2;
        return new EqualWidthBins(sorted[0], sorted[^1], bins);
    }

    /// <summary>Whether neighbouring edges differ.</summary>
    private static bool CanCut(double lowest, double highest, int bins)
    {
        double width = (highest - lowest) / bins;
        return double.IsFinite(width) && lowest + width > lowest && highest - width < highest;
    }
}
