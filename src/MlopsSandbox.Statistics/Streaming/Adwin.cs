namespace MlopsSandbox.Statistics;

/// <summary>Adaptive windowing: keeps the longest window of newest values in which no two parts differ in mean, and tells when it had to shorten it.</summary>
/// <remarks>
/// Bifet and Gavaldà (2007), Learning from Time-Changing Data with Adaptive Windowing, SDM, 443–448, as ADWIN2. Parts of n0 and n1 items differ when
/// |μ0 − μ1| &gt; √(2/m · σ² · ln(2/δ')) + 2/(3m) · ln(2/δ'), 1/m = 1/n0 + 1/n1, σ² the variance of the window, δ' = δ / ln n. The oldest buckets are
/// dropped until no cut differs. Abrupt and slow changes, up and down; the window's mean is an estimate of now.
/// <para>Conventions: takes numbers, and the bound is proved for 0 to 1 (scale others to it, or it is too eager or too slow); two-sided; no warnings; checks at each 32nd item;
/// visits the cut after every bucket with 5 items or more on either side (river's left out the last bucket of each size); 1/m as in the paper (MOA
/// and river add a few items to it); differing is strict; after a drift what is left of the window stays. The variance is summed from the buckets at
/// each check, so that rounding does not build up. O(log n) memory, O(log n) a check.</para>
/// </remarks>
public sealed class Adwin : IDriftDetector
{
    private readonly AdwinOptions _options;
    private readonly AdwinBuckets _buckets;
    private readonly int _clock;
    private int _sinceCheck;

    /// <summary>A new detector.</summary>
    /// <exception cref="ArgumentException">The options have <see cref="AdwinOptions.Problems"/>.</exception>
    public Adwin(AdwinOptions? options = null)
    {
        _options = options ?? new AdwinOptions();
        DetectorProblems.RequireNone(_options.Problems(), nameof(options));
        (_buckets, _clock) = (new AdwinBuckets(_options.Buckets), _options.Clock);
    }

    private Adwin(AdwinSnapshot snapshot) : this(snapshot.Options ?? throw DetectorProblems.NoOptions())
    {
        DetectorProblems.RequireNone(snapshot.Problems(), nameof(snapshot));
        (State, _sinceCheck) = (snapshot.State, snapshot.SinceCheck);
        _buckets.Fill(snapshot.BucketsOfSize, snapshot.Sums, snapshot.SquaredDeviations);
    }

    /// <summary>A detector that goes on where the snapshot was taken.</summary>
    /// <exception cref="ArgumentException">The snapshot is not one that a detector can be in.</exception>
    public static Adwin Restore(AdwinSnapshot snapshot) => new(snapshot);

    /// <inheritdoc/>
    public DriftState State { get; private set; }

    /// <summary>Items in the window.</summary>
    public long Width => _buckets.Width;

    /// <summary>Mean of the window; NaN when empty.</summary>
    public double Mean => Sum() / Width;

    /// <summary>Variance of the window (divided by its items); NaN when empty.</summary>
    public double Variance => SquaredDeviations(Mean) / Width;

    /// <summary>All that this detector knows.</summary>
    public AdwinSnapshot Snapshot()
    {
        List<int> counts = [];
        List<double> sums = [], squares = [];
        for (int row = 0; row < _buckets.Rows; row++)
        {
            counts.Add(_buckets.Sums(row).Length);
            sums.AddRange(_buckets.Sums(row));
            squares.AddRange(_buckets.Squares(row));
        }

        return new(_options, State, _sinceCheck, [.. counts], [.. sums], [.. squares]);
    }

    /// <inheritdoc/>
    public DriftState Update(double value)
    {
        StreamValue.RequireNumber(value);
        _buckets.Add(value);
        if (++_sinceCheck < _clock) return State = DriftState.Stable;
        _sinceCheck = 0;
        return State = Shorten() ? DriftState.Drift : DriftState.Stable;
    }

    private bool Shorten()
    {
        bool shortened = false;
        for (; Differs(); shortened = true) _buckets.DropOldest();
        return shortened;
    }

    /// <summary>Whether there is a cut on whose sides the means differ.</summary>
    private bool Differs()
    {
        if (Width < _options.MinimumWindow) return false;
        double sum = Sum(), log = Math.Log(2 * Math.Log(Width) / _options.Delta);
        double spread = 2 * log * SquaredDeviations(sum / Width) / Width, range = 2.0 / 3 * log;
        long older = 0;
        double olderSum = 0;
        for (int row = _buckets.Rows - 1; row >= 0; row--)
        {
            foreach (double bucket in _buckets.Sums(row))
            {
                older += 1L << row;
                olderSum += bucket;
                long newer = Width - older;
                if (newer < _options.MinimumSide) return false;
                if (older < _options.MinimumSide) continue;
                double inverse = (1.0 / older) + (1.0 / newer);
                if (Math.Abs((olderSum / older) - ((sum - olderSum) / newer)) > Math.Sqrt(spread * inverse) + (range * inverse)) return true;
            }
        }

        return false;
    }

    private double Sum()
    {
        double sum = 0;
        for (int row = _buckets.Rows - 1; row >= 0; row--)
            foreach (double bucket in _buckets.Sums(row)) sum += bucket;
        return sum;
    }

    private double SquaredDeviations(double mean)
    {
        double squares = 0;
        for (int row = _buckets.Rows - 1; row >= 0; row--)
        {
            double size = 1L << row;
            ReadOnlySpan<double> sums = _buckets.Sums(row), within = _buckets.Squares(row);
            for (int i = 0; i < sums.Length; i++)
            {
                double apart = (sums[i] / size) - mean;
                squares += within[i] + (size * apart * apart);
            }
        }

        return squares;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        (State, _sinceCheck) = (DriftState.Stable, 0);
        _buckets.Clear();
    }
}
