namespace MlopsSandbox.Statistics;

/// <summary>Count, mean, variance, skewness, kurtosis and extremes of any number of values, in seven numbers; can be merged with others.</summary>
/// <remarks>
/// Sums of powers of the distance to the running mean, never of the values themselves, so that values with a large offset lose no digits. Pébay (2008), Formulas for
/// robust, one-pass parallel computation of covariances and arbitrary-order statistical moments, SAND2008-6212. Exact up to rounding, whatever the order of values
/// and merges. Not thread-safe.
/// </remarks>
public sealed class RunningMoments
{
    private double _second;
    private double _third;
    private double _fourth;

    /// <summary>Values seen.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean; NaN when there was none.</summary>
    public double Mean { get; private set; } = double.NaN;

    /// <summary>Smallest value; NaN when there was none.</summary>
    public double Lowest { get; private set; } = double.NaN;

    /// <summary>Largest value; NaN when there was none.</summary>
    public double Highest { get; private set; } = double.NaN;

    /// <summary>Variance over n − 1; 0 for a constant, NaN for fewer than two values.</summary>
    public double Variance => Count > 1 ? _second / (Count - 1) : double.NaN;

    /// <summary>Root of <see cref="Variance"/>.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Third central moment over the third power of the deviation (over n): 0 when symmetric, above when the upper tail is longer; NaN for a constant.</summary>
    public double Skewness => _second > 0 ? Math.Sqrt(Count) * _third / Math.Pow(_second, 1.5) : double.NaN;

    /// <summary>Excess kurtosis, fourth central moment over the squared variance (over n) less 3: 0 as a normal distribution, above with heavier tails; NaN for a constant.</summary>
    public double Kurtosis => _second > 0 ? (Count * (_fourth / _second / _second)) - 3 : double.NaN;

    /// <summary>All that there is to know, for JSON.</summary>
    public RunningMomentsState State => new()
    {
        Count = Count, Mean = Count > 0 ? Mean : 0, Second = _second, Third = _third, Fourth = _fourth,
        Lowest = Count > 0 ? Lowest : null, Highest = Count > 0 ? Highest : null,
    };

    /// <summary>Goes on where the moments were when their state was taken.</summary>
    /// <exception cref="ArgumentException">The state is none that moments can have.</exception>
    public static RunningMoments From(RunningMomentsState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Count < 0 || (state.Count > 0) != (state.Lowest <= state.Highest) || !(state.Second >= 0))
            throw new ArgumentException($"The state says {state.Count} values from {state.Lowest} to {state.Highest} with a sum of squares of {state.Second}; expected ends in ascending order and no negative sum.", nameof(state));
        return new RunningMoments
        {
            Count = state.Count, Mean = state.Count > 0 ? state.Mean : double.NaN, _second = state.Second, _third = state.Third, _fourth = state.Fourth,
            Lowest = state.Lowest ?? double.NaN, Highest = state.Highest ?? double.NaN,
        };
    }

    /// <summary>Takes one value in.</summary>
    /// <exception cref="ArgumentException">The value is NaN or infinite; count those elsewhere.</exception>
    public void Add(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"The value is {value}; expected a finite number. Count missing values elsewhere.", nameof(value));
        Take(1, value, 0, 0, 0, value, value);
    }

    /// <summary>Takes values in.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite; those before it have been taken.</exception>
    public void Add(ReadOnlySpan<double> values)
    {
        foreach (double value in values) Add(value);
    }

    /// <summary>Takes in all that others have seen; the others stay as they are.</summary>
    public void Merge(RunningMoments other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count > 0) Take(other.Count, other.Mean, other._second, other._third, other._fourth, other.Lowest, other.Highest);
    }

    private void Take(long count, double mean, double second, double third, double fourth, double lowest, double highest)
    {
        if (Count == 0)
        {
            (Count, Mean, _second, _third, _fourth, Lowest, Highest) = (count, mean, second, third, fourth, lowest, highest);
            return;
        }

        double a = Count, b = count, n = a + b, apart = mean - Mean, step = apart / n, product = apart * step * a * b;
        _fourth += fourth + (product * step * step * ((a * a) - (a * b) + (b * b)))
            + (6 * step * step * ((a * a * second) + (b * b * _second))) + (4 * step * ((a * third) - (b * _third)));
        _third += third + (product * step * (a - b)) + (3 * step * ((a * second) - (b * _second)));
        _second += second + product;
        Mean += step * b;
        Count += count;
        (Lowest, Highest) = (Math.Min(Lowest, lowest), Math.Max(Highest, highest));
    }
}
