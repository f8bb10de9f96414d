namespace MlopsSandbox.Statistics;

/// <summary>Page-Hinkley test: has the mean risen, by the sum of the values' rises above their running mean?</summary>
/// <remarks>
/// Page (1954), Continuous Inspection Schemes, Biometrika 41, 100–115; Hinkley (1971), Inference about the change-point from cumulative sum tests, Biometrika 58,
/// 509–523; with a running mean and forgetting as Mouss, Mouss, Mouss and Sefouhi (2004) and MOA have it.
/// <para>Conventions: takes numbers; for an error stream 1 is an error; one-sided (a rise; feed the negated stream for falls); no warnings; the mean includes the
/// item itself; the first verdict falls at item 30 (MOA: 29); above the threshold is strict (river: at or above); the plain form's lowest sum starts at 0;
/// the item after a drift is the first of a new stream. O(1).</para>
/// </remarks>
public sealed class PageHinkley : IDriftDetector
{
    private readonly PageHinkleyOptions _options;
    private readonly double _delta, _threshold, _forgetting;
    private readonly int _minimumItems;
    private readonly bool _clamped;
    private long _items;
    private double _mean, _sum, _lowest;

    /// <summary>A new detector.</summary>
    /// <exception cref="ArgumentException">The options have <see cref="PageHinkleyOptions.Problems"/>.</exception>
    public PageHinkley(PageHinkleyOptions? options = null)
    {
        _options = options ?? new PageHinkleyOptions();
        DetectorProblems.RequireNone(_options.Problems(), nameof(options));
        (_delta, _threshold, _forgetting) = (_options.Delta, _options.Threshold, _options.Forgetting);
        (_minimumItems, _clamped) = (_options.MinimumItems, _options.Form == PageHinkleyForm.Clamped);
    }

    private PageHinkley(PageHinkleySnapshot snapshot) : this(snapshot.Options ?? throw DetectorProblems.NoOptions())
    {
        DetectorProblems.RequireNone(snapshot.Problems(), nameof(snapshot));
        (State, _items, _mean) = (snapshot.State, snapshot.Items, snapshot.Mean);
        (_sum, _lowest) = (snapshot.Sum, snapshot.LowestSum);
    }

    /// <summary>A detector that goes on where the snapshot was taken.</summary>
    /// <exception cref="ArgumentException">The snapshot is not one that a detector can be in.</exception>
    public static PageHinkley Restore(PageHinkleySnapshot snapshot) => new(snapshot);

    /// <inheritdoc/>
    public DriftState State { get; private set; }

    /// <summary>Mean since the start or the last drift; 0 before the first item.</summary>
    public double Mean => _mean;

    /// <summary>What is held against the threshold; from 0, in the units of the stream.</summary>
    public double Rise => _sum - _lowest;

    /// <summary>All that this detector knows.</summary>
    public PageHinkleySnapshot Snapshot() => new(_options, State, _items, _mean, _sum, _lowest);

    /// <inheritdoc/>
    public DriftState Update(double value)
    {
        StreamValue.RequireNumber(value);
        if (State == DriftState.Drift) Reset();
        _items++;
        _mean += (value - _mean) / _items;
        double sum = (_forgetting * _sum) + (value - _mean - _delta);
        if (_clamped) sum = Math.Max(0, sum);
        else _lowest = Math.Min(_lowest, sum);
        _sum = sum;
        return State = _items >= _minimumItems && sum - _lowest > _threshold ? DriftState.Drift : DriftState.Stable;
    }

    /// <inheritdoc/>
    public void Reset() => (State, _items, _mean, _sum, _lowest) = (DriftState.Stable, 0, 0, 0, 0);
}
