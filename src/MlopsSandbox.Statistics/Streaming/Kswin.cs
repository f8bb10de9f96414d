namespace MlopsSandbox.Statistics;

/// <summary>Kolmogorov-Smirnov windowing: are the newest values distributed otherwise than those before them?</summary>
/// <remarks>
/// Raab, Heusinger and Schleif (2020), Reactive Soft Prototype Computing for Concept Drift Streams, Neurocomputing 416, 340–351. Of a window, the 30 newest are
/// held against 30 drawn from the others; a drift is a distance of their distribution functions above √(−ln α / 30). Sees any change of shape, of numbers.
/// <para>Conventions: takes numbers; two-sided; no warnings; verdicts fall once the window is full; above is strict, at the paper's threshold (0.420 by default;
/// river takes scipy's p value and a distance above 0.1); the draw is without replacement, by the given sampler, whose sequence goes on after a drift
/// (river's starts again); after a drift the 30 newest remain as the new window. O(window) an item.</para>
/// </remarks>
public sealed class Kswin : IDriftDetector
{
    private readonly KswinOptions _options;
    private readonly SeededRandom _sampler;
    private readonly double _threshold;
    private readonly double[] _values;      // Room for two windows: the current one moves along, and is brought back when it comes to the end.
    private readonly double[] _drawn, _recent;
    private int _start, _count;

    /// <summary>A new detector.</summary>
    /// <param name="sampler">Draws the older values. Its own to each detector: its sequence is part of the state.</param>
    /// <param name="options">Settings, or none for the defaults.</param>
    /// <exception cref="ArgumentException">The options have <see cref="KswinOptions.Problems"/>.</exception>
    public Kswin(SeededRandom sampler, KswinOptions? options = null)
    {
        _options = options ?? new KswinOptions();
        DetectorProblems.RequireNone(_options.Problems(), nameof(options));
        (_sampler, _threshold) = (sampler, _options.Threshold);
        _values = new double[2 * _options.Window];
        (_drawn, _recent) = (new double[_options.Window - _options.Recent], new double[_options.Recent]);
    }

    private Kswin(KswinSnapshot snapshot) : this(new SeededRandom(snapshot.Sampler), snapshot.Options ?? throw DetectorProblems.NoOptions())
    {
        DetectorProblems.RequireNone(snapshot.Problems(), nameof(snapshot));
        (State, Distance, _count) = (snapshot.State, snapshot.Distance, snapshot.Values.Length);
        snapshot.Values.CopyTo(_values, 0);
    }

    /// <summary>A detector that goes on where the snapshot was taken.</summary>
    /// <exception cref="ArgumentException">The snapshot is not one that a detector can be in.</exception>
    public static Kswin Restore(KswinSnapshot snapshot) => new(snapshot);

    /// <inheritdoc/>
    public DriftState State { get; private set; }

    /// <summary>Items in the window.</summary>
    public int Width => _count;

    /// <summary>The distance of the last test, from 0 to 1; 0 where there was none.</summary>
    public double Distance { get; private set; }

    /// <summary>All that this detector knows.</summary>
    public KswinSnapshot Snapshot() => new(_options, State, Distance, Window.ToArray(), _sampler.State);

    private ReadOnlySpan<double> Window => _values.AsSpan(_start, _count);

    /// <inheritdoc/>
    public DriftState Update(double value)
    {
        StreamValue.RequireNumber(value);
        Push(value);
        Distance = _count < _options.Window ? 0 : Test();
        if (Distance <= _threshold) return State = DriftState.Stable;
        (_start, _count) = (_start + _count - _options.Recent, _options.Recent);
        return State = DriftState.Drift;
    }

    private void Push(double value)
    {
        if (_count == _options.Window) (_start, _count) = (_start + 1, _count - 1);
        if (_start + _count == _values.Length)
        {
            Window.CopyTo(_values);
            _start = 0;
        }

        _values[_start + _count++] = value;
    }

    private double Test()
    {
        Window[..^_options.Recent].CopyTo(_drawn);
        Window[^_options.Recent..].CopyTo(_recent);
        for (int i = 0; i < _recent.Length; i++)
        {
            int chosen = i + _sampler.NextInt(_drawn.Length - i);
            (_drawn[i], _drawn[chosen]) = (_drawn[chosen], _drawn[i]);
        }

        Span<double> drawn = _drawn.AsSpan(0, _recent.Length);
        drawn.Sort();
        _recent.AsSpan().Sort();
        return (double)LargestGap(drawn, _recent) / _recent.Length;
    }

    /// <summary>The largest difference of how many values lie at or below a point.</summary>
    private static int LargestGap(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        int i = 0, j = 0, largest = 0;
        while (i < one.Length && j < other.Length)
        {
            double at = Math.Min(one[i], other[j]);
            while (i < one.Length && one[i] == at) i++;
            while (j < other.Length && other[j] == at) j++;
            largest = Math.Max(largest, Math.Abs(i - j));
        }

        return largest;
    }

    /// <inheritdoc/>
    public void Reset() => (State, Distance, _start, _count) = (DriftState.Stable, 0, 0, 0);
}
