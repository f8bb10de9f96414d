namespace MlopsSandbox.Statistics;

/// <summary>
/// The test of Kolmogorov and Smirnov given which values are tied: exact for whole or rounded numbers too, where <see cref="KolmogorovSmirnov.Test"/> is
/// careful and so blind to small changes.
/// </summary>
/// <remarks>
/// Given all values of both samples together, each way to divide them is equally likely when nothing has changed. A division is a lattice path, and its distance
/// is looked at only where a group of equal values ends (Schröer and Trenkler 1995, Exact and randomization distributions of Kolmogorov–Smirnov tests two
/// or three samples, Computational Statistics and Data Analysis 20, 185–202; R's psmirnov with z does the same). Values must be exchangeable; nothing else is assumed.
/// Exact while counting the paths about a distance with p 0.0001 needs at most 4,000,000 cells: with hardly any ties that is some 5,000 against 5,000 values, or 1,000
/// against 30,000, with a dozen different values 2,000 against 2,000. Above, the same is counted of thinned samples: fewer values, in which each group of equal ones has the
/// same share, at a distance as many standard deviations out; within some 5 % of the exact p value, with few different values within 20 %, as is the spacing of their p values.
/// </remarks>
public sealed class KolmogorovGivenTies
{
    /// <summary>Cells that may be counted for one p value: some milliseconds.</summary>
    internal const long MostCells = 4_000_000;

    private const double FarOut = 1e-4;

    private readonly TiedPaths _paths;
    private readonly long _mostUnits;
    private readonly double _stretch;

    private KolmogorovGivenTies(double statistic, TiedPaths paths)
    {
        IsExact = paths.Cells(FarUnits(paths)) <= MostCells;
        (Statistic, _paths) = (statistic, IsExact ? paths : ThinnedPaths.Of(paths, FarUnits));
        _stretch = Math.Sqrt(paths.EffectiveSize / _paths.EffectiveSize);
        // What lies farther out than this is given the p value of this distance: far below any level, and never too small.
        _mostUnits = (long)_paths.Longer * _paths.Shorter <= MostCells ? _paths.LargestUnits : Math.Min(_paths.LargestUnits, 2 * FarUnits(_paths));
    }

    /// <summary>Largest distance of the two distribution functions, 0 to 1.</summary>
    public double Statistic { get; }

    /// <summary>True when p values are counted of these samples; false when they are of thinned ones.</summary>
    public bool IsExact { get; }

    /// <summary>Probability of a distance at least as large when nothing has changed, in (0, 1]; 1 when all values are equal.</summary>
    public double PValue => Tail(Statistic);

    /// <summary>Tests two samples, each in ascending order and without NaN; infinities are the outermost values.</summary>
    /// <exception cref="ArgumentException">A sample is empty, out of order or has a NaN.</exception>
    /// <example>Of 1, 1, 2 against 2, 3, 3 the distance is 2/3 and p is 0.6: 12 of the 20 divisions.</example>
    public static KolmogorovGivenTies Of(ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted) =>
        new(KolmogorovSmirnov.Statistic(baselineSorted, currentSorted), TiedPaths.Of(baselineSorted, currentSorted));

    /// <summary>Probability of a distance of at least <paramref name="distance"/>, given the ties.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The distance is not in [0, 1].</exception>
    public double Tail(double distance)
    {
        if (distance is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(distance), distance, "Expected a distance in [0, 1].");
        double units = Math.Min(1, distance * _stretch) * _paths.LargestUnits;
        if (IsExact) return OfUnits((long)Math.Round(units));
        // Thinned samples have fewer distances: between two of them the logarithm is a line.
        (double near, double far) = (Math.Log(OfUnits((long)units)), Math.Log(OfUnits((long)units + 1)));
        return Math.Exp(near + ((units - (long)units) * (far - near)));
    }

    /// <summary>A distance that is significant at <paramref name="alpha"/>, within a thousandth of the least such one.</summary>
    /// <returns>In (0, 1], or above 1 when these values cannot be divided so that they are significant.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not in (0, 1).</exception>
    public double CriticalValue(double alpha)
    {
        if (alpha is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a probability in (0, 1).");
        if (OfUnits(_mostUnits) > alpha) return Math.BitIncrement(1);
        (long quiet, long significant) = (0, _mostUnits);
        (double logQuiet, double logSignificant) = (0, Math.Log(OfUnits(_mostUnits)));
        long guess = (long)(HodgesCritical(_paths, alpha) * _paths.LargestUnits);
        while (significant - quiet > Math.Max(1, significant / 1_000))
        {
            long middle = Math.Clamp(guess, quiet + 1, significant - 1);
            double logTail = Math.Log(OfUnits(middle));
            if (logTail <= Math.Log(alpha)) (significant, logSignificant) = (middle, logTail);
            else (quiet, logQuiet) = (middle, logTail);
            guess = Between(quiet, logQuiet, significant, logSignificant, Math.Log(alpha));
        }

        // Of thinned samples, where the line between both crosses the level.
        double units = IsExact ? significant : quiet + ((significant - quiet) * (Math.Log(alpha) - logQuiet) / (logSignificant - logQuiet) * (1 + 1e-9));
        return units / (_stretch * _paths.LargestUnits);
    }

    // The logarithm of a tail is about a parabola in the distance, so its root is about a line.
    private static long Between(long quiet, double logQuiet, long significant, double logSignificant, double wanted)
    {
        double from = Math.Sqrt(-logQuiet), to = Math.Sqrt(-logSignificant), share = to > from ? (Math.Sqrt(-wanted) - from) / (to - from) : 0.5;
        // A little beyond on the nearer side, so that both ends close in; never far from the middle's reach.
        double width = significant - quiet, step = share * width, margin = Math.Max(1, Math.Min(0.25 * width, significant / 2_000.0));
        return quiet + (long)Math.Round(share < 0.5 ? step + margin : step - margin);
    }

    private static long FarUnits(TiedPaths paths) => (long)Math.Min(paths.LargestUnits, Math.Ceiling(HodgesCritical(paths, FarOut) * paths.LargestUnits));

    private static double HodgesCritical(TiedPaths paths, double alpha) => KolmogorovSmirnov.HodgesCritical(alpha, paths.Longer, paths.Shorter);

    private double OfUnits(long units) => _paths.Tail(Math.Min(units, _mostUnits));
}
