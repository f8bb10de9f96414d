namespace MlopsSandbox.Statistics;

/// <summary>Hoeffding drift detection with averages: is the mean of all above the mean before the best cut, by more than chance allows?</summary>
/// <remarks>
/// Frías-Blanco, del Campo-Ávila, Ramos-Jiménez, Morales-Bueno, Ortiz-Díaz and Caballero-Mota (2015), Online and Non-Parametric Drift Detection Methods
/// Based on Hoeffding's Bounds, IEEE TKDE 27(3), 810–823, test A. The cut is where mean + √(ln(1/α)/2n) is least; means of n before it and N in all
/// differ when the gap reaches √((N−n)/(nN) · ln(1/α)/2). For abrupt changes. No assumption on the distribution.
/// <para>Conventions: takes numbers from 0 to 1; one-sided by default; when two-sided, a fall is a drift too (MOA then only starts afresh, silently)
/// and each side gets half of α (MOA and river use ln(2/α) one-sided as well); no warm-up; a gap that reaches the bound counts; of equal cuts the
/// latest counts, chosen by the drift's α; the item after a drift is the first of a new stream. O(1).</para>
/// </remarks>
public sealed class HddmA : IDriftDetector
{
    private readonly HddmAOptions _options;
    private readonly double _cutLog, _warningLog, _driftLog;
    private readonly bool _twoSided;
    private long _items;
    private double _sum;
    private HddmACut _lowest, _highest;
    private double _lowestReach, _highestReach;

    /// <summary>A new detector.</summary>
    /// <exception cref="ArgumentException">The options have <see cref="HddmAOptions.Problems"/>.</exception>
    public HddmA(HddmAOptions? options = null)
    {
        _options = options ?? new HddmAOptions();
        DetectorProblems.RequireNone(_options.Problems(), nameof(options));
        _twoSided = _options.TwoSided;
        int sides = _twoSided ? 2 : 1;
        _cutLog = Math.Log(1 / _options.DriftConfidence);
        (_warningLog, _driftLog) = (Math.Log(sides / _options.WarningConfidence), Math.Log(sides / _options.DriftConfidence));
        Reset();
    }

    private HddmA(HddmASnapshot snapshot) : this(snapshot.Options ?? throw DetectorProblems.NoOptions())
    {
        DetectorProblems.RequireNone(snapshot.Problems(), nameof(snapshot));
        (State, _items, _sum) = (snapshot.State, snapshot.Items, snapshot.Sum);
        (_lowest, _highest) = (snapshot.Lowest, snapshot.Highest);
        if (_lowest.Items > 0) _lowestReach = _lowest.Mean + Bound(_lowest.Items);
        if (_highest.Items > 0) _highestReach = Bound(_highest.Items) - _highest.Mean;
    }

    /// <summary>A detector that goes on where the snapshot was taken.</summary>
    /// <exception cref="ArgumentException">The snapshot is not one that a detector can be in.</exception>
    public static HddmA Restore(HddmASnapshot snapshot) => new(snapshot);

    /// <inheritdoc/>
    public DriftState State { get; private set; }

    /// <summary>Mean since the start or the last drift; NaN before the first item.</summary>
    public double Mean => _sum / _items;

    /// <summary>All that this detector knows.</summary>
    public HddmASnapshot Snapshot() => new(_options, State, _items, _sum, _lowest, _highest);

    /// <inheritdoc/>
    public DriftState Update(double value)
    {
        StreamValue.RequireShare(value);
        if (State == DriftState.Drift) Reset();
        _items++;
        _sum += value;
        double mean = _sum / _items, bound = Bound(_items);
        if (mean + bound <= _lowestReach) (_lowest, _lowestReach) = (new(_items, mean), mean + bound);
        DriftState rise = Judge(_lowest.Items, mean - _lowest.Mean);
        return State = _twoSided ? Worst(rise, Fall(mean, bound)) : rise;
    }

    private DriftState Fall(double mean, double bound)
    {
        if (bound - mean <= _highestReach) (_highest, _highestReach) = (new(_items, mean), bound - mean);
        return Judge(_highest.Items, _highest.Mean - mean);
    }

    private DriftState Judge(long before, double gap)
    {
        if (before == _items || gap < 0) return DriftState.Stable;
        double half = (double)(_items - before) / ((double)before * _items) / 2;
        if (gap < Math.Sqrt(half * _warningLog)) return DriftState.Stable;
        return gap < Math.Sqrt(half * _driftLog) ? DriftState.Warning : DriftState.Drift;
    }

    private double Bound(long items) => Math.Sqrt(_cutLog / (2 * items));

    private static DriftState Worst(DriftState one, DriftState other) => one > other ? one : other;

    /// <inheritdoc/>
    public void Reset()
    {
        (State, _items, _sum) = (DriftState.Stable, 0, 0);
        (_lowest, _highest) = (default, default);
        (_lowestReach, _highestReach) = (double.MaxValue, double.MaxValue);
    }
}
