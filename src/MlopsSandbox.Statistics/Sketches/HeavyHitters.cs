namespace MlopsSandbox.Statistics;

/// <summary>The most frequent of any number of categories, with a fixed number of counters; can be merged with others.</summary>
/// <remarks>
/// Misra and Gries (1982), Finding repeated elements, Sci. Comput. Program. 2, 143–152; merged as Agarwal et al. (2013), Mergeable summaries, ACM TODS 38(4). No chance
/// is involved. Counts are never too high, and too low by at most <see cref="Undercount"/>, which is at most rows/(counters + 1), merged or not: every
/// category with more than that share of the rows is found. Up to as many categories as counters are counted exactly. Not thread-safe.
/// </remarks>
public sealed class HeavyHitters
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>An empty summary.</summary>
    /// <param name="counters">Categories to count at a time, from 1; 100 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="counters"/> is below 1.</exception>
    public HeavyHitters(int counters = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(counters, 1);
        Counters = counters;
    }

    /// <summary>Categories counted at a time.</summary>
    public int Counters { get; }

    /// <summary>Rows seen.</summary>
    public long Rows { get; private set; }

    /// <summary>By how much any count may be too low, and the most that a category without a counter can have; at most rows/(counters + 1).</summary>
    public long Undercount { get; private set; }

    /// <summary>All that there is to know, for JSON.</summary>
    public HeavyHittersState State => new() { Counters = Counters, Rows = Rows, Undercount = Undercount, Counts = new SortedDictionary<string, long>(_counts, StringComparer.Ordinal) };

    /// <summary>Goes on where a summary was when its state was taken.</summary>
    /// <exception cref="ArgumentException">The state is none that a summary can have.</exception>
    public static HeavyHitters From(HeavyHittersState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        HeavyHitters summary = new(state.Counters) { Rows = state.Rows, Undercount = state.Undercount };
        foreach ((string value, long count) in state.Counts)
        {
            if (count < 1) throw new ArgumentException($"Category '{value}' has a count of {count}; expected 1 or more.", nameof(state));
            summary._counts.Add(value, count);
        }

        long counted = summary._counts.Values.Sum();
        if (summary._counts.Count > state.Counters || state.Undercount < 0 || counted + (state.Undercount * (state.Counters + 1)) > state.Rows)
            throw new ArgumentException($"The state has {summary._counts.Count} categories with {counted} rows, undercount {state.Undercount} and {state.Rows} rows in all; expected at most {state.Counters} categories, and counts and undercounts that fit into the rows.", nameof(state));
        return summary;
    }

    /// <summary>Takes rows of one category in.</summary>
    /// <param name="value">The category; compared character by character.</param>
    /// <param name="rows">How many, from 0.</param>
    public void Add(string value, long rows = 1)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        Rows += rows;
        while (rows > 0 && !TryCount(value, rows)) rows -= TakeFromAll(Math.Min(rows, _counts.Values.Min()));
    }

    /// <summary>Takes in all that another summary has seen; the other stays as it is.</summary>
    /// <exception cref="ArgumentException">The summaries have different numbers of counters, or are one and the same.</exception>
    public void Merge(HeavyHitters other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Counters != Counters) throw new ArgumentException($"This summary has {Counters} counters, the other {other.Counters}; expected the same.", nameof(other));
        if (ReferenceEquals(this, other)) throw new ArgumentException("The summary was to be merged with itself; expected another one.", nameof(other));
        foreach ((string value, long rows) in other._counts) _counts[value] = rows + _counts.GetValueOrDefault(value);
        Rows += other.Rows;
        Undercount += other.Undercount;
        if (_counts.Count > Counters) TakeFromAll(_counts.Values.OrderDescending().ElementAt(Counters));
    }

    /// <summary>Categories that may have at least a share of the rows, most frequent first, then by their characters.</summary>
    /// <param name="share">In (0, 1]. From above 1/(counters + 1) none is missed; some with less may be among them, as <see cref="HeavyHitter.AtLeast"/> tells.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not in (0, 1].</exception>
    public IReadOnlyList<HeavyHitter> WithShareOf(double share)
    {
        if (share is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share in (0, 1].");
        return [.. _counts.Where(pair => pair.Value + Undercount >= share * Rows)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new HeavyHitter(pair.Key, pair.Value, pair.Value + Undercount))];
    }

    private bool TryCount(string value, long rows)
    {
        if (!_counts.TryGetValue(value, out long before) && _counts.Count == Counters) return false;
        _counts[value] = before + rows;
        return true;
    }

    /// <summary>Lowers all counters together, and drops those that reach 0.</summary>
    private long TakeFromAll(long rows)
    {
        foreach (string value in _counts.Keys.ToArray())
        {
            if (_counts[value] > rows) _counts[value] -= rows;
            else _counts.Remove(value);
        }

        Undercount += rows;
        return rows;
    }
}
