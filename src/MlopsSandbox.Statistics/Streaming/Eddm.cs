namespace MlopsSandbox.Statistics;

/// <summary>Early drift detection method: have errors come closer together than they ever were apart?</summary>
/// <remarks>
/// Baena-García, del Campo-Ávila, Fidalgo, Bifet, Gavaldà and Morales-Bueno (2006), Early Drift Detection Method, IWKDDS. Keeps the largest
/// p' + 2 s', mean and deviation of the items from one error to the next; warns below 0.95 of it, drifts below 0.9. For slow changes; known for
/// false alarms, most of them within the first thousands of items (see docs/detectors.md).
/// <para>Conventions: takes 0 and 1; one-sided; the first distance is counted from the start; deviations are over all errors (divided by their number);
/// the maximum is kept from item 30 on, verdicts fall from the 30th error on; below is strict; only an error changes the state, so that a warning lasts
/// to the next error; the item after a drift is the first of a new stream. O(1).</para>
/// </remarks>
public sealed class Eddm : IDriftDetector
{
    private readonly EddmOptions _options;
    private readonly double _warningShare, _driftShare;
    private readonly int _minimumItems, _minimumErrors;
    private long _items, _errors, _lastErrorAt;
    private double _mean, _squares, _maximum;

    /// <summary>A new detector.</summary>
    /// <exception cref="ArgumentException">The options have <see cref="EddmOptions.Problems"/>.</exception>
    public Eddm(EddmOptions? options = null)
    {
        _options = options ?? new EddmOptions();
        DetectorProblems.RequireNone(_options.Problems(), nameof(options));
        (_minimumItems, _minimumErrors) = (_options.MinimumItems, _options.MinimumErrors);
        (_warningShare, _driftShare) = (_options.WarningShare, _options.DriftShare);
    }

    private Eddm(EddmSnapshot snapshot) : this(snapshot.Options ?? throw DetectorProblems.NoOptions())
    {
        DetectorProblems.RequireNone(snapshot.Problems(), nameof(snapshot));
        (State, _items, _errors, _lastErrorAt) = (snapshot.State, snapshot.Items, snapshot.Errors, snapshot.LastErrorAt);
        (_mean, _squares, _maximum) = (snapshot.MeanDistance, snapshot.SumOfSquares, snapshot.MaximumReach);
    }

    /// <summary>A detector that goes on where the snapshot was taken.</summary>
    /// <exception cref="ArgumentException">The snapshot is not one that a detector can be in.</exception>
    public static Eddm Restore(EddmSnapshot snapshot) => new(snapshot);

    /// <inheritdoc/>
    public DriftState State { get; private set; }

    /// <summary>Mean number of items from one error to the next; 0 before the first error.</summary>
    public double MeanDistance => _mean;

    /// <summary>Standard deviation of those distances; 0 before the first error.</summary>
    public double DistanceDeviation => _errors == 0 ? 0 : Math.Sqrt(_squares / _errors);

    /// <summary>All that this detector knows.</summary>
    public EddmSnapshot Snapshot() => new(_options, State, _items, _errors, _lastErrorAt, _mean, _squares, _maximum);

    /// <inheritdoc/>
    public DriftState Update(double value)
    {
        StreamValue.RequireError(value);
        if (State == DriftState.Drift) Reset();
        _items++;
        return value == 0 ? State : State = AfterError();
    }

    private DriftState AfterError()
    {
        double distance = _items - _lastErrorAt;
        _lastErrorAt = _items;
        _errors++;
        double fromOldMean = distance - _mean;
        _mean += fromOldMean / _errors;
        _squares += (distance - _mean) * fromOldMean;
        if (_items < _minimumItems) return DriftState.Stable;
        double reach = _mean + (2 * Math.Sqrt(_squares / _errors));
        _maximum = Math.Max(_maximum, reach);
        if (_errors < _minimumErrors) return DriftState.Stable;
        if (reach < _driftShare * _maximum) return DriftState.Drift;
        return reach < _warningShare * _maximum ? DriftState.Warning : DriftState.Stable;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        (State, _items, _errors, _lastErrorAt) = (DriftState.Stable, 0, 0, 0);
        (_mean, _squares, _maximum) = (0, 0, 0);
    }
}
