namespace MlopsSandbox.Statistics;

/// <summary>Cumulative sum: has the mean moved from its target, or from what it was?</summary>
/// <remarks>
/// Page (1954), Continuous Inspection Schemes, Biometrika 41, 100–115. Sums of distances above (and, two-sided, below) the mean, each less δ and never below 0.
/// <para>Conventions: takes numbers; for an error stream 1 is an error; one-sided by default (a rise); no warnings; without a target the mean is the running one,
/// the item included, as in MOA; the first verdict falls at item 30 (MOA: 29); above the threshold is strict; the item after a drift is the first of a new
/// stream. O(1).</para>
/// </remarks>
public sealed class Cusum : IDriftDetector
{
    private readonly CusumOptions _options;
    private readonly double _delta, _threshold, _target;
    private readonly int _minimumItems;
    private readonly bool _twoSided, _hasTarget;
    private long _items;
    private double _mean;

    /// <summary>A new detector.</summary>
    /// <exception cref="ArgumentException">The options have <see cref="CusumOptions.Problems"/>.</exception>
    public Cusum(CusumOptions? options = null)
    {
        _options = options ?? new CusumOptions();
        DetectorProblems.RequireNone(_options.Problems(), nameof(options));
        (_delta, _threshold, _minimumItems) = (_options.Delta, _options.Threshold, _options.MinimumItems);
        (_twoSided, _hasTarget, _target) = (_options.TwoSided, _options.Target.HasValue, _options.Target ?? 0);
    }

    private Cusum(CusumSnapshot snapshot) : this(snapshot.Options ?? throw DetectorProblems.NoOptions())
    {
        DetectorProblems.RequireNone(snapshot.Problems(), nameof(snapshot));
        (State, _items, _mean, Rise, Fall) = (snapshot.State, snapshot.Items, snapshot.Mean, snapshot.Rise, snapshot.Fall);
    }

    /// <summary>A detector that goes on where the snapshot was taken.</summary>
    /// <exception cref="ArgumentException">The snapshot is not one that a detector can be in.</exception>
    public static Cusum Restore(CusumSnapshot snapshot) => new(snapshot);

    /// <inheritdoc/>
    public DriftState State { get; private set; }

    /// <summary>Mean since the start or the last drift; 0 before the first item.</summary>
    public double Mean => _mean;

    /// <summary>The sum of rises that is held against the threshold; from 0.</summary>
    public double Rise { get; private set; }

    /// <summary>The sum of falls that is held against the threshold; from 0, always 0 when one-sided.</summary>
    public double Fall { get; private set; }

    /// <summary>All that this detector knows.</summary>
    public CusumSnapshot Snapshot() => new(_options, State, _items, _mean, Rise, Fall);

    /// <inheritdoc/>
    public DriftState Update(double value)
    {
        StreamValue.RequireNumber(value);
        if (State == DriftState.Drift) Reset();
        _items++;
        _mean += (value - _mean) / _items;
        double centre = _hasTarget ? _target : _mean;
        double most = Rise = Math.Max(0, Rise + (value - centre - _delta));
        if (_twoSided) most = Math.Max(most, Fall = Math.Max(0, Fall + (centre - value - _delta)));
        return State = _items >= _minimumItems && most > _threshold ? DriftState.Drift : DriftState.Stable;
    }

    /// <inheritdoc/>
    public void Reset() => (State, _items, _mean, Rise, Fall) = (DriftState.Stable, 0, 0, 0, 0);
}
