namespace MlopsSandbox.Statistics;

/// <summary>Drift detection method: has the error rate risen above the lowest that it was?</summary>
/// <remarks>
/// Gama, Medas, Castillo and Rodrigues (2004), Learning with Drift Detection, SBIA, 286–295. Keeps the rate p and its deviation s = √(p(1−p)/n) where
/// p + s was least; p + s beyond p_min + 2 s_min warns, beyond p_min + 3 s_min is a drift. For abrupt changes; slow ones move the minimum's
/// reach along, and a long stable past makes it slow.
/// <para>Conventions: takes 0 and 1; one-sided (a falling error rate is no drift); the first verdict falls at item 30; beyond is strict (the paper's ≥
/// would alarm on a constant stream); of equal minima the latest counts; the minimum is kept from the first error on
/// (<see cref="DdmOptions.MinimumErrors"/>); the item after a drift is the first of a new stream. O(1).</para>
/// </remarks>
public sealed class Ddm : IDriftDetector
{
    private readonly DdmOptions _options;
    private readonly double _warningLevel, _driftLevel;
    private readonly long _minimumItems;
    private readonly double _minimumErrors;
    private long _items;
    private double _errors;
    private double _minimumRate = double.MaxValue, _minimumDeviation;

    /// <summary>A new detector.</summary>
    /// <exception cref="ArgumentException">The options have <see cref="DdmOptions.Problems"/>.</exception>
    public Ddm(DdmOptions? options = null)
    {
        _options = options ?? new DdmOptions();
        DetectorProblems.RequireNone(_options.Problems(), nameof(options));
        (_minimumItems, _minimumErrors) = (_options.MinimumItems, _options.MinimumErrors);
        (_warningLevel, _driftLevel) = (_options.WarningLevel, _options.DriftLevel);
    }

    private Ddm(DdmSnapshot snapshot) : this(snapshot.Options ?? throw DetectorProblems.NoOptions())
    {
        DetectorProblems.RequireNone(snapshot.Problems(), nameof(snapshot));
        (State, _items, _errors) = (snapshot.State, snapshot.Items, snapshot.Errors);
        (_minimumRate, _minimumDeviation) = (snapshot.MinimumRate ?? double.MaxValue, snapshot.MinimumDeviation ?? 0);
    }

    /// <summary>A detector that goes on where the snapshot was taken.</summary>
    /// <exception cref="ArgumentException">The snapshot is not one that a detector can be in.</exception>
    public static Ddm Restore(DdmSnapshot snapshot) => new(snapshot);

    /// <inheritdoc/>
    public DriftState State { get; private set; }

    /// <summary>Share of errors since the start or the last drift; NaN before the first item.</summary>
    public double ErrorRate => _errors / _items;

    /// <summary>All that this detector knows.</summary>
    public DdmSnapshot Snapshot()
    {
        bool kept = _minimumRate != double.MaxValue;
        return new(_options, State, _items, (long)_errors, kept ? _minimumRate : null, kept ? _minimumDeviation : null);
    }

    /// <inheritdoc/>
    public DriftState Update(double value)
    {
        StreamValue.RequireError(value);
        if (State == DriftState.Drift) Reset();
        _items++;
        _errors += value;
        return State = _items < _minimumItems || _errors < _minimumErrors ? DriftState.Stable : Judge();
    }

    private DriftState Judge()
    {
        double rate = _errors / _items;
        double deviation = Math.Sqrt(rate * (1 - rate) / _items);
        double reach = rate + deviation;
        if (reach <= _minimumRate + _minimumDeviation) (_minimumRate, _minimumDeviation) = (rate, deviation);
        if (reach > _minimumRate + (_driftLevel * _minimumDeviation)) return DriftState.Drift;
        return reach > _minimumRate + (_warningLevel * _minimumDeviation) ? DriftState.Warning : DriftState.Stable;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        (State, _items, _errors) = (DriftState.Stable, 0, 0);
        (_minimumRate, _minimumDeviation) = (double.MaxValue, 0);
    }
}
