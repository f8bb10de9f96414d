using System.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>The distribution of any number of values in the room of a few thousand: a KLL sketch, which can be merged with others.</summary>
/// <remarks>
/// Karnin, Lang and Liberty (2016), Optimal quantile approximation in streams, FOCS, 71–78. Values stand on levels, each for 2^level rows; a full level is
/// sorted and every other value moves up, the odd or the even ones by a coin. A coin depends on the seed and on the values at hand, so the same values in the
/// same order give the same sketch. Coins of two sketches with one seed and the very same values agree, and their errors then add up: give
/// parts that may repeat each other different seeds. Not thread-safe.
/// The error is stated from the compactions that happened, not from a rule of thumb: one on level h moves the rank of a value by 0 or ±2^h rows, each sign
/// equally likely, so their sum obeys Azuma's inequality (see <see cref="RankError"/> and <see cref="UniformError"/>).
/// With the default k of 500 a million values take some 1,500 numbers; a given rank is right within 0.6 %, all ranks at once within 1.2 %, with 99 % confidence.
/// </remarks>
public sealed class QuantileSketch
{
    private const int LeastCapacity = 8, LeastRoom = 32;
    private readonly List<List<double>> _levels = [[]];
    private long _compactions;
    private double _squaredSteps;
    private double _steps;
    private int _stored;
    private int[] _capacities = [];
    private int _capacity;

    /// <summary>An empty sketch.</summary>
    /// <param name="seed">Decides the coins.</param>
    /// <param name="k">Values on the highest level, 8 to 65,535: twice as many, half the error and twice the room.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is out of range.</exception>
    public QuantileSketch(int seed, int k = 500)
    {
        if (k is < LeastCapacity or > ushort.MaxValue) throw new ArgumentOutOfRangeException(nameof(k), k, $"Expected {LeastCapacity} to {ushort.MaxValue} values.");
        (Seed, K) = (seed, k);
        FitCapacities();
    }

    /// <summary>Decides the coins.</summary>
    public int Seed { get; }

    /// <summary>Values on the highest level.</summary>
    public int K { get; }

    /// <summary>Values seen.</summary>
    public long Count { get; private set; }

    /// <summary>Smallest value seen, exact; NaN when there was none.</summary>
    public double Lowest { get; private set; } = double.NaN;

    /// <summary>Largest value seen, exact; NaN when there was none.</summary>
    public double Highest { get; private set; } = double.NaN;

    /// <summary>Values kept.</summary>
    public int Stored => _stored;

    /// <summary>All that there is to know, for JSON.</summary>
    public QuantileSketchState State => new()
    {
        Seed = Seed, K = K, Count = Count, Lowest = Count > 0 ? Lowest : null, Highest = Count > 0 ? Highest : null,
        Levels = [.. _levels.Select(level => level.ToArray())], Compactions = _compactions, SquaredSteps = _squaredSteps, Steps = _steps,
    };

    /// <summary>Goes on where a sketch was when its state was taken.</summary>
    /// <exception cref="ArgumentException">The state is none that a sketch can have.</exception>
    public static QuantileSketch From(QuantileSketchState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Require();
        QuantileSketch sketch = new(state.Seed, state.K)
        {
            Count = state.Count, Lowest = state.Lowest ?? double.NaN, Highest = state.Highest ?? double.NaN,
            _compactions = state.Compactions, _squaredSteps = state.SquaredSteps, _steps = state.Steps,
        };
        sketch._levels.Clear();
        foreach (double[] level in state.Levels) sketch._levels.Add([.. level]);
        sketch._stored = sketch._levels.Sum(level => level.Count);
        sketch.FitCapacities();
        return sketch;
    }

    /// <summary>Takes one value in.</summary>
    /// <exception cref="ArgumentException">The value is NaN or infinite; count those elsewhere.</exception>
    public void Add(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"The value is {value}; expected a finite number. Count missing values elsewhere.", nameof(value));
        if (!(Lowest <= value)) Lowest = value;
        if (!(Highest >= value)) Highest = value;
        List<double> lowest = _levels[0];
        if (lowest.Count == lowest.Capacity) lowest.Capacity = Math.Min(Math.Max(4, 2 * lowest.Count), lowest.Count + Math.Max(1, _capacity - _stored));
        lowest.Add(value);
        Count++;
        if (++_stored >= _capacity) Compact();
    }

    /// <summary>Takes values in.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite; those before it have been taken.</exception>
    public void Add(ReadOnlySpan<double> values)
    {
        foreach (double value in values) Add(value);
    }

    /// <summary>Takes in all that another sketch has seen; the other stays as it is. The errors are those of one sketch that has seen all.</summary>
    /// <exception cref="ArgumentException">The sketches have different k, or are one and the same.</exception>
    public void Merge(QuantileSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.K != K) throw new ArgumentException($"This sketch has a k of {K}, the other of {other.K}; expected the same.", nameof(other));
        if (ReferenceEquals(this, other)) throw new ArgumentException("The sketch was to be merged with itself; expected another one.", nameof(other));
        if (other.Count == 0) return;
        if (!(Lowest <= other.Lowest)) Lowest = other.Lowest;
        if (!(Highest >= other.Highest)) Highest = other.Highest;
        while (_levels.Count < other._levels.Count) _levels.Add([]);
        for (int level = 0; level < other._levels.Count; level++) _levels[level].AddRange(other._levels[level]);
        Count += other.Count;
        _stored += other._stored;
        _compactions += other._compactions;
        _squaredSteps += other._squaredSteps;
        _steps += other._steps;
        FitCapacities();
        while (_stored >= _capacity) Compact();
    }

    /// <summary>Share of values at or below <paramref name="value"/>, in [0, 1]; NaN when none was seen.</summary>
    public double Rank(double value)
    {
        double below = 0;
        for (int level = 0; level < _levels.Count; level++) below += Math.ScaleB(_levels[level].Count(stored => stored <= value), level);
        return below / Count;
    }

    /// <summary>The value below or at which a share of the values lies; 0 gives the smallest, 1 the largest, both exact; NaN when none was seen.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not in [0, 1].</exception>
    public double Quantile(double share)
    {
        if (share is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share in [0, 1].");
        if (share is 0 || Count == 0) return Lowest;
        if (share is 1) return Highest;
        (double[] values, long[] weights) = Weighted();
        long wanted = Math.Max(1, (long)Math.Ceiling(share * Count)), reached = 0;
        for (int i = 0; i < values.Length; i++)
        {
            reached += weights[i];
            if (reached >= wanted) return values[i];
        }

        return Highest;
    }

    /// <summary>So many values evenly spaced in order of size, ascending: of n rows those of the ranks (i + ½)·n/count, rounded down. With as many as were seen, and all kept, it is each of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative, or above 0 when none was seen.</exception>
    public double[] Spaced(int count)
    {
        if (count < 0 || (count > 0 && Count == 0)) throw new ArgumentOutOfRangeException(nameof(count), count, "Expected 0 or more values, and 0 of an empty sketch.");
        (double[] values, long[] weights) = Weighted();
        double[] spaced = new double[count];
        long reached = 0;
        for ((int i, int at) = (0, -1); i < count; i++)
        {
            long rank = (long)((i + 0.5) * Count / count);
            while (reached <= rank) reached += weights[++at];
            spaced[i] = values[at];
        }

        return spaced;
    }

    /// <summary>How far <see cref="Rank"/> of one value chosen beforehand may be off, as a share of the rows.</summary>
    /// <param name="risk">Probability that it is farther off, in (0, 1).</param>
    /// <returns>√(2·V·ln(2/risk))/n with V = Σ 4^level over the compactions, or the worst case Σ 2^level/n when that is less; 0 while every value is kept.</returns>
    public double RankError(double risk = 0.01) => Bounded(Math.Sqrt(2 * _squaredSteps * Math.Log(2 / Risk(risk))));

    /// <summary>How far <see cref="Rank"/> may be off for any value, all at once.</summary>
    /// <param name="risk">Probability that some rank is farther off, in (0, 1).</param>
    /// <returns>
    /// √V·(1 + √(2·ln(4n/(√V·risk))))/n: the error at n/√V ranks spread evenly, and what can lie between two of them; or the worst case when that is less.
    /// </returns>
    public double UniformError(double risk = 0.01)
    {
        double deviation = Math.Sqrt(_squaredSteps);
        return deviation == 0 ? 0 : Bounded(deviation * (1 + Math.Sqrt(2 * Math.Log(4 * Math.Max(1, Count / deviation) / Risk(risk)))));
    }

    /// <summary>Values that memory is held for.</summary>
    internal int Room => _levels.Sum(level => level.Capacity);

    /// <summary>The stored values in ascending order, and how many rows each stands for.</summary>
    internal (double[] Values, long[] Weights) Weighted()
    {
        double[] values = new double[_stored];
        long[] weights = new long[_stored];
        int next = 0;
        for (int level = 0; level < _levels.Count; level++)
            foreach (double value in _levels[level]) (values[next], weights[next++]) = (value, 1L << level);
        Array.Sort(values, weights);
        return (values, weights);
    }

    private double Bounded(double rows) => Count == 0 ? 0 : Math.Min(1, Math.Min(rows, _steps) / Count);

    private static double Risk(double risk) => risk is > 0 and < 1
        ? risk
        : throw new ArgumentOutOfRangeException(nameof(risk), risk, "Expected a probability in (0, 1).");

    /// <summary>Halves the lowest level that is full.</summary>
    private void Compact()
    {
        int level = 0;
        while (_levels[level].Count < _capacities[level]) level++;
        if (level + 1 == _levels.Count) _levels.Add([]);
        FitCapacities();
        List<double> full = _levels[level], above = _levels[level + 1];
        full.Sort();
        int odd = full.Count % 2; // with an odd number the first stays behind, so that no row is lost
        int kept = odd + Coin(full);
        int needed = above.Count + (full.Count / 2);
        if (needed > above.Capacity) above.Capacity = needed;    // what is needed, and not twice as much
        for (int i = kept; i < full.Count; i += 2) above.Add(full[i]);
        _stored -= (full.Count - odd) / 2;
        full.RemoveRange(odd, full.Count - odd);
        _squaredSteps += Math.ScaleB(1, 2 * level);
        _steps += Math.ScaleB(1, level);
        if (level > 0) GiveBack(full, _capacities[level]);
    }

    /// <summary>Levels hold much for a moment and little for long: without this, room would grow with their number.</summary>
    private static void GiveBack(List<double> level, int capacity)
    {
        if (level.Capacity > 2 * Math.Max(LeastRoom, capacity)) level.Capacity = Math.Max(level.Count, capacity);
    }

    private int Coin(List<double> values)
    {
        ulong content = BitOperations.RotateLeft(BitConverter.DoubleToUInt64Bits(values[0]), 21) ^ BitConverter.DoubleToUInt64Bits(values[^1]);
        SplitMix64 ofSeed = new(((ulong)(uint)Seed << 32) + (ulong)_compactions++);
        return (int)(new SplitMix64(ofSeed.Next() ^ content).Next() >> 63);
    }

    /// <summary>Levels hold fewer values the lower they are: two thirds of the next one's.</summary>
    private void FitCapacities()
    {
        if (_capacities.Length == _levels.Count) return;
        _capacities = [.. Enumerable.Range(0, _levels.Count).Select(level => Math.Max(LeastCapacity, (int)Math.Ceiling(K * Math.Pow(2.0 / 3, _levels.Count - 1 - level))))];
        _capacity = _capacities.Sum();
    }
}
