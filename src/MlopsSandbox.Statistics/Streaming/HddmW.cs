namespace MlopsSandbox.Statistics;

/// <summary>Hoeffding drift detection with weighted averages: is the weighted mean since the best cut above the one before it, by more than chance allows?</summary>
/// <remarks>
/// Frías-Blanco et al. (2015), as <see cref="HddmA"/>, test W. The cut is where the weighted mean of all, plus its McDiarmid bound √(Σw² ln(1/α)/2), is
/// least; means before and since differ when the gap passes √((Σw²_before + Σw²_since) ln(1/α)/2). For slow changes.
/// <para>Conventions: takes numbers from 0 to 1; one-sided by default; when two-sided, a fall is a drift too (MOA then only starts afresh, silently) and each
/// side gets half of α; no warm-up; passing is strict; of equal cuts the first counts, chosen by the drift's α; a weighted mean starts at its first
/// value; the item after a drift is the first of a new stream. Instances share nothing (MOA's share their means). O(1).</para>
/// </remarks>
public sealed class HddmW : IDriftDetector
{
    private readonly HddmWOptions _options;
    private readonly double _weight, _cutLog, _warningLog, _driftLog;
    private readonly bool _twoSided;
    private WeightedMean _total, _beforeLowest, _sinceLowest, _beforeHighest, _sinceHighest;

    /// <summary>A new detector.</summary>
    /// <exception cref="ArgumentException">The options have <see cref="HddmWOptions.Problems"/>.</exception>
    public HddmW(HddmWOptions? options = null)
    {
        _options = options ?? new HddmWOptions();
        DetectorProblems.RequireNone(_options.Problems(), nameof(options));
        (_weight, _twoSided) = (_options.Weight, _options.TwoSided);
        int sides = _twoSided ? 2 : 1;
        _cutLog = Math.Log(1 / _options.DriftConfidence);
        (_warningLog, _driftLog) = (Math.Log(sides / _options.WarningConfidence), Math.Log(sides / _options.DriftConfidence));
    }

    private HddmW(HddmWSnapshot snapshot) : this(snapshot.Options ?? throw DetectorProblems.NoOptions())
    {
        DetectorProblems.RequireNone(snapshot.Problems(), nameof(snapshot));
        (State, _total) = (snapshot.State, snapshot.Total);
        (_beforeLowest, _sinceLowest) = (snapshot.BeforeLowest, snapshot.SinceLowest);
        (_beforeHighest, _sinceHighest) = (snapshot.BeforeHighest, snapshot.SinceHighest);
    }

    /// <summary>A detector that goes on where the snapshot was taken.</summary>
    /// <exception cref="ArgumentException">The snapshot is not one that a detector can be in.</exception>
    public static HddmW Restore(HddmWSnapshot snapshot) => new(snapshot);

    /// <inheritdoc/>
    public DriftState State { get; private set; }

    /// <summary>Weighted mean since the start or the last drift; 0 before the first item.</summary>
    public double Mean => _total.Mean;

    /// <summary>All that this detector knows.</summary>
    public HddmWSnapshot Snapshot() => new(_options, State, _total, _beforeLowest, _sinceLowest, _beforeHighest, _sinceHighest);

    /// <inheritdoc/>
    public DriftState Update(double value)
    {
        StreamValue.RequireShare(value);
        if (State == DriftState.Drift) Reset();
        _total = _total.With(value, _weight);
        double bound = Bound(_total);
        if (_beforeLowest.IsEmpty || _total.Mean + bound < _beforeLowest.Mean + Bound(_beforeLowest)) (_beforeLowest, _sinceLowest) = (_total, default);
        else _sinceLowest = _sinceLowest.With(value, _weight);
        DriftState rise = Judge(_sinceLowest.Mean - _beforeLowest.Mean, _beforeLowest, _sinceLowest);
        return State = _twoSided ? Worst(rise, Fall(value, bound)) : rise;
    }

    private DriftState Fall(double value, double bound)
    {
        if (_beforeHighest.IsEmpty || bound - _total.Mean < Bound(_beforeHighest) - _beforeHighest.Mean) (_beforeHighest, _sinceHighest) = (_total, default);
        else _sinceHighest = _sinceHighest.With(value, _weight);
        return Judge(_beforeHighest.Mean - _sinceHighest.Mean, _beforeHighest, _sinceHighest);
    }

    private DriftState Judge(double gap, WeightedMean before, WeightedMean since)
    {
        if (since.IsEmpty || gap <= 0) return DriftState.Stable;
        double squares = before.SquaredWeights + since.SquaredWeights;
        if (gap <= Math.Sqrt(squares * _warningLog / 2)) return DriftState.Stable;
        return gap <= Math.Sqrt(squares * _driftLog / 2) ? DriftState.Warning : DriftState.Drift;
    }

    private double Bound(WeightedMean mean) => Math.Sqrt(mean.SquaredWeights * _cutLog / 2);

    private static DriftState Worst(DriftState one, DriftState other) => one > other ? one : other;

    /// <inheritdoc/>
    public void Reset()
    {
        (State, _total) = (DriftState.Stable, default);
        (_beforeLowest, _sinceLowest, _beforeHighest, _sinceHighest) = (default, default, default, default);
    }
}
