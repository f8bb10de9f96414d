using MathNet.Numerics.Distributions;

namespace MlopsSandbox.Statistics;

/// <summary>Statistical test of equal proportions: are recent errors more frequent than all earlier ones?</summary>
/// <remarks>
/// Nishida and Yamauchi (2007), Detecting Concept Drift Using Statistical Testing, Discovery Science, LNCS 4755, 264–269. The z test of two proportions with
/// the continuity correction (1/n_o + 1/n_r)/2, on the 30 newest items against all before them. For abrupt changes. It tests at each item, so that false alarms
/// come far more often than its level says (see docs/detectors.md).
/// <para>Conventions: takes 0 and 1; one-sided by default, at the level of one tail (MOA: two-sided; frouros: one tail, both directions); the first verdict
/// falls when older and recent items are 30 each; below the level is strict; silent where all items are right or all wrong, where the statistic is 0/0
/// (MOA alarms there every 60 items), and where the correction exceeds the gap (MOA takes its size); the item after a drift is the first of a new stream. O(1).</para>
/// </remarks>
public sealed class Stepd : IDriftDetector
{
    private readonly StepdOptions _options;
    private readonly double _warningQuantile, _driftQuantile;
    private readonly ErrorWindow _recent;
    private long _olderItems, _olderErrors;

    /// <summary>A new detector.</summary>
    /// <exception cref="ArgumentException">The options have <see cref="StepdOptions.Problems"/>.</exception>
    public Stepd(StepdOptions? options = null)
    {
        _options = options ?? new StepdOptions();
        DetectorProblems.RequireNone(_options.Problems(), nameof(options));
        int sides = _options.TwoSided ? 2 : 1;
        _warningQuantile = Normal.InvCDF(0, 1, 1 - (_options.WarningAlpha / sides));
        _driftQuantile = Normal.InvCDF(0, 1, 1 - (_options.DriftAlpha / sides));
        _recent = new ErrorWindow(_options.RecentItems);
    }

    private Stepd(StepdSnapshot snapshot) : this(snapshot.Options ?? throw DetectorProblems.NoOptions())
    {
        DetectorProblems.RequireNone(snapshot.Problems(), nameof(snapshot));
        (State, _olderItems, _olderErrors, Statistic) = (snapshot.State, snapshot.OlderItems, snapshot.OlderErrors, snapshot.Statistic);
        _recent.Fill(snapshot.Recent);
    }

    /// <summary>A detector that goes on where the snapshot was taken.</summary>
    /// <exception cref="ArgumentException">The snapshot is not one that a detector can be in.</exception>
    public static Stepd Restore(StepdSnapshot snapshot) => new(snapshot);

    /// <inheritdoc/>
    public DriftState State { get; private set; }

    /// <summary>The z statistic after the last item, larger for a larger gap; 0 where it is not tested.</summary>
    public double Statistic { get; private set; }

    /// <summary>All that this detector knows.</summary>
    public StepdSnapshot Snapshot() => new(_options, State, _olderItems, _olderErrors, Statistic, _recent.ToArray());

    /// <inheritdoc/>
    public DriftState Update(double value)
    {
        StreamValue.RequireError(value);
        if (State == DriftState.Drift) Reset();
        if (_recent.IsFull) _olderItems++;
        _olderErrors += _recent.Push((byte)value);
        Statistic = _olderItems < _options.RecentItems ? 0 : Test();
        if (Statistic <= _warningQuantile) return State = DriftState.Stable;
        return State = Statistic > _driftQuantile ? DriftState.Drift : DriftState.Warning;
    }

    private double Test()
    {
        double recent = _recent.Count, older = _olderItems, wrong = _olderErrors + _recent.Wrong;
        double gap = (_recent.Wrong / recent) - (_olderErrors / older);
        double rate = wrong / (older + recent);
        if (rate is 0 or 1 || (gap < 0 && !_options.TwoSided)) return 0;
        double inverse = (1 / older) + (1 / recent);
        return (Math.Abs(gap) - (inverse / 2)) / Math.Sqrt(rate * (1 - rate) * inverse);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        (State, _olderItems, _olderErrors, Statistic) = (DriftState.Stable, 0, 0, 0);
        _recent.Clear();
    }
}
