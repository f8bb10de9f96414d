namespace MlopsSandbox.Statistics;

/// <summary>Fast Hoeffding drift detection: are fewer predictions of the last window right than of the best window so far?</summary>
/// <remarks>
/// Pesaranghader and Viktor (2016), Fast Hoeffding Drift Detection Method for Evolving Data Streams, ECML PKDD, 96–111. A drift is a fall of the share of right
/// predictions by √(ln(1/δ)/2n) or more below its highest. Fast and coarse: 0.263 with the defaults.
/// <para>Conventions: takes 0 and 1 with 1 for an error, as all here (the paper's stream is the other way round; it is inverted inside); one-sided; no warnings;
/// verdicts fall once the window is full; a fall that reaches the bound counts; the item after a drift is the first of a new stream. O(1).</para>
/// </remarks>
public sealed class Fhddm : IDriftDetector
{
    private readonly FhddmOptions _options;
    private readonly ErrorWindow _window;
    private readonly int _fallThatDrifts;
    private int _fewestErrors;

    /// <summary>A new detector.</summary>
    /// <exception cref="ArgumentException">The options have <see cref="FhddmOptions.Problems"/>.</exception>
    public Fhddm(FhddmOptions? options = null)
    {
        _options = options ?? new FhddmOptions();
        DetectorProblems.RequireNone(_options.Problems(), nameof(options));
        _window = new ErrorWindow(_options.Window);
        while ((double)_fallThatDrifts / _options.Window < _options.Epsilon) _fallThatDrifts++;
        _fewestErrors = _options.Window;
    }

    private Fhddm(FhddmSnapshot snapshot) : this(snapshot.Options ?? throw DetectorProblems.NoOptions())
    {
        DetectorProblems.RequireNone(snapshot.Problems(), nameof(snapshot));
        (State, _fewestErrors) = (snapshot.State, snapshot.FewestErrors);
        _window.Fill(snapshot.Errors);
    }

    /// <summary>A detector that goes on where the snapshot was taken.</summary>
    /// <exception cref="ArgumentException">The snapshot is not one that a detector can be in.</exception>
    public static Fhddm Restore(FhddmSnapshot snapshot) => new(snapshot);

    /// <inheritdoc/>
    public DriftState State { get; private set; }

    /// <summary>Right predictions in the window.</summary>
    public int Right => _window.Count - _window.Wrong;

    /// <summary>The most right predictions that a full window had since the start or the last drift; 0 before.</summary>
    public int BestRight => _options.Window - _fewestErrors;

    /// <summary>All that this detector knows.</summary>
    public FhddmSnapshot Snapshot() => new(_options, State, _fewestErrors, _window.ToArray());

    /// <inheritdoc/>
    public DriftState Update(double value)
    {
        StreamValue.RequireError(value);
        if (State == DriftState.Drift) Reset();
        _window.Push((byte)value);
        if (!_window.IsFull) return DriftState.Stable;
        _fewestErrors = Math.Min(_fewestErrors, _window.Wrong);
        return State = _window.Wrong - _fewestErrors >= _fallThatDrifts ? DriftState.Drift : DriftState.Stable;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        (State, _fewestErrors) = (DriftState.Stable, _options.Window);
        _window.Clear();
    }
}
