namespace MlopsSandbox.Statistics;

/// <summary>EWMA for concept drift detection: is the exponentially weighted error rate above the overall one, by more than a control limit?</summary>
/// <remarks>
/// Ross, Adams, Tasoulis and Hand (2012), Exponentially weighted moving average charts for detecting concept drift, Pattern Recognition Letters 33, 191–198. The
/// limit is L(p)·√(p(1−p)·λ/(2−λ)·(1−(1−λ)^2t)), with λ = 0.2 and the paper's polynomial L for a mean of 400 items between false alarms. A chart for
/// quick shifts: false alarms are part of its design.
/// <para>Conventions: takes 0 and 1; one-sided; the weighted rate starts at 0; the overall rate is of all items since the start or the last drift; the first
/// verdict falls at item 30; above is strict; above a rate of 0.5, beyond the fit, L is that at 0.5 (elsewhere it grows to 564); the item after
/// a drift is the first of a new stream. The polynomials in circulation for 100 and 1,000 items are negative at a rate of 0.5, and are not offered;
/// <see cref="EcddOptions.ControlLimit"/> takes any other limit. O(1).</para>
/// </remarks>
public sealed class Ecdd : IDriftDetector
{
    private const double Weight = 0.2, Rest = 1 - Weight, LargestFitted = 0.5;
    private readonly EcddOptions _options;
    private readonly int _minimumItems;
    private readonly double _warningShare;
    private long _items;
    private double _errors, _recent, _weightOfStart = 1;

    /// <summary>A new detector.</summary>
    /// <exception cref="ArgumentException">The options have <see cref="EcddOptions.Problems"/>.</exception>
    public Ecdd(EcddOptions? options = null)
    {
        _options = options ?? new EcddOptions();
        DetectorProblems.RequireNone(_options.Problems(), nameof(options));
        (_minimumItems, _warningShare) = (_options.MinimumItems, _options.WarningShare);
    }

    private Ecdd(EcddSnapshot snapshot) : this(snapshot.Options ?? throw DetectorProblems.NoOptions())
    {
        DetectorProblems.RequireNone(snapshot.Problems(), nameof(snapshot));
        (State, _items, _errors) = (snapshot.State, snapshot.Items, snapshot.Errors);
        (_recent, _weightOfStart) = (snapshot.RecentRate, snapshot.WeightOfStart);
    }

    /// <summary>A detector that goes on where the snapshot was taken.</summary>
    /// <exception cref="ArgumentException">The snapshot is not one that a detector can be in.</exception>
    public static Ecdd Restore(EcddSnapshot snapshot) => new(snapshot);

    /// <inheritdoc/>
    public DriftState State { get; private set; }

    /// <summary>Share of errors since the start or the last drift; NaN before the first item.</summary>
    public double ErrorRate => _errors / _items;

    /// <summary>The exponentially weighted error rate.</summary>
    public double RecentRate => _recent;

    /// <summary>All that this detector knows.</summary>
    public EcddSnapshot Snapshot() => new(_options, State, _items, (long)_errors, _recent, _weightOfStart);

    /// <inheritdoc/>
    public DriftState Update(double value)
    {
        StreamValue.RequireError(value);
        if (State == DriftState.Drift) Reset();
        _items++;
        _errors += value;
        _recent = (Rest * _recent) + (Weight * value);
        if (_weightOfStart > 0) AgeStart();
        return State = _items < _minimumItems ? DriftState.Stable : Judge();
    }

    private void AgeStart()
    {
        _weightOfStart *= Rest * Rest;
        if (1 - _weightOfStart == 1) _weightOfStart = 0;
    }

    private DriftState Judge()
    {
        double rate = _errors / _items;
        double above = _recent - rate;
        if (above <= 0) return DriftState.Stable;
        double reach = (_options.ControlLimit ?? FittedLimit(Math.Min(rate, LargestFitted))) * Math.Sqrt(rate * (1 - rate) * Weight / (2 - Weight) * (1 - _weightOfStart));
        if (above > reach) return DriftState.Drift;
        return above > _warningShare * reach ? DriftState.Warning : DriftState.Stable;
    }

    private static double FittedLimit(double rate)
    {
        double squared = rate * rate;
        return 3.97 - (6.56 * rate) + (rate * squared * (48.73 + (squared * (-330.13 + (squared * 848.18)))));
    }

    /// <inheritdoc/>
    public void Reset() => (State, _items, _errors, _recent, _weightOfStart) = (DriftState.Stable, 0, 0, 0, 1);
}
