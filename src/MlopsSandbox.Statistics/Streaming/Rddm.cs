namespace MlopsSandbox.Statistics;

/// <summary>Reactive drift detection method: <see cref="Ddm"/> that forgets the old part of a long stable concept, and ends warnings that last too long.</summary>
/// <remarks>
/// Barros, Cabral, Gonçalves and Santos (2017), RDDM: Reactive drift detection method, Expert Systems with Applications 90, 344–355, algorithm 1.
/// <para>Conventions: takes 0 and 1; one-sided; the first verdict falls at item 129 after the start, a drift or a shortening; beyond is strict; of equal
/// minima the first counts. After a drift the statistics are counted again from the warnings that led to it and the drift's own item (from that item alone
/// after a drift without warnings, or by <see cref="RddmOptions.WarningLimit"/>); after 40,000 items without a warning, silently, from the last 7,000. The
/// minimum is then found again too (MOA keeps the old one at a silent shortening, and counts old items towards the 129). O(1), but for the 7,000.</para>
/// </remarks>
public sealed class Rddm : IDriftDetector
{
    private readonly RddmOptions _options;
    private readonly double _warningLevel, _driftLevel, _minimumErrors;
    private readonly int _minimumItems, _warningLimit, _largestConcept;
    private readonly ErrorWindow _stored;
    private long _items, _sinceRebuilding;
    private double _errors, _minimumRate = double.MaxValue, _minimumDeviation;
    private int _warnings;
    private bool _mustRebuild;

    /// <summary>A new detector.</summary>
    /// <exception cref="ArgumentException">The options have <see cref="RddmOptions.Problems"/>.</exception>
    public Rddm(RddmOptions? options = null)
    {
        _options = options ?? new RddmOptions();
        DetectorProblems.RequireNone(_options.Problems(), nameof(options));
        (_minimumItems, _minimumErrors) = (_options.MinimumItems, _options.MinimumErrors);
        (_warningLevel, _driftLevel) = (_options.WarningLevel, _options.DriftLevel);
        (_warningLimit, _largestConcept) = (_options.WarningLimit, _options.LargestConcept);
        _stored = new ErrorWindow(_options.StableConcept);
    }

    private Rddm(RddmSnapshot snapshot) : this(snapshot.Options ?? throw DetectorProblems.NoOptions())
    {
        DetectorProblems.RequireNone(snapshot.Problems(), nameof(snapshot));
        (State, _items, _errors) = (snapshot.State, snapshot.Items, snapshot.Errors);
        (_minimumRate, _minimumDeviation) = (snapshot.MinimumRate ?? double.MaxValue, snapshot.MinimumDeviation ?? 0);
        (_sinceRebuilding, _warnings, _mustRebuild) = (snapshot.ItemsSinceRebuilding, snapshot.Warnings, snapshot.MustRebuild);
        _stored.Fill(snapshot.Stored);
    }

    /// <summary>A detector that goes on where the snapshot was taken.</summary>
    /// <exception cref="ArgumentException">The snapshot is not one that a detector can be in.</exception>
    public static Rddm Restore(RddmSnapshot snapshot) => new(snapshot);

    /// <inheritdoc/>
    public DriftState State { get; private set; }

    /// <summary>Share of errors among the items that count; NaN before the first.</summary>
    public double ErrorRate => _errors / _items;

    /// <summary>All that this detector knows.</summary>
    public RddmSnapshot Snapshot()
    {
        bool kept = _minimumRate != double.MaxValue;
        return new(
            _options, State, _items, (long)_errors, kept ? _minimumRate : null, kept ? _minimumDeviation : null,
            _sinceRebuilding, _warnings, _mustRebuild, _stored.ToArray());
    }

    /// <inheritdoc/>
    public DriftState Update(double value)
    {
        StreamValue.RequireError(value);
        if (_mustRebuild) Rebuild();
        _stored.Push((byte)value);
        _items++;
        _errors += value;
        State = ++_sinceRebuilding < _minimumItems ? DriftState.Stable : Judge();
        if (_sinceRebuilding >= _largestConcept && State == DriftState.Stable) _mustRebuild = true;
        return State;
    }

    private DriftState Judge()
    {
        double reach = Measure();
        if (reach > _minimumRate + (_driftLevel * _minimumDeviation)) return Drift(keep: _warnings + 1);
        if (reach > _minimumRate + (_warningLevel * _minimumDeviation)) return _warnings < _warningLimit ? Warn() : Drift(keep: 1);
        _warnings = 0;
        return DriftState.Stable;
    }

    /// <summary>Rate and deviation together, which may be a new minimum.</summary>
    private double Measure()
    {
        double rate = _errors / _items;
        double deviation = Math.Sqrt(rate * (1 - rate) / _items);
        if (_errors >= _minimumErrors && rate + deviation < _minimumRate + _minimumDeviation) (_minimumRate, _minimumDeviation) = (rate, deviation);
        return rate + deviation;
    }

    private DriftState Warn()
    {
        _warnings++;
        return DriftState.Warning;
    }

    private DriftState Drift(int keep)
    {
        _stored.KeepNewest(keep);
        _mustRebuild = true;
        return DriftState.Drift;
    }

    private void Rebuild()
    {
        Forget();
        for (int i = 0; i < _stored.Count; i++)
        {
            _errors += _stored[i];
            if (++_items >= _minimumItems) Measure();
        }
    }

    private void Forget()
    {
        (State, _items, _errors, _sinceRebuilding, _warnings, _mustRebuild) = (DriftState.Stable, 0, 0, 0, 0, false);
        (_minimumRate, _minimumDeviation) = (double.MaxValue, 0);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Forget();
        _stored.Clear();
    }
}
