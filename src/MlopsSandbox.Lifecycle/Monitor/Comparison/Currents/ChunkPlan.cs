namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;

/// <summary>Divides a file into at most <see cref="MostChunks"/> stretches of rows or of time while it is read: when there are more, neighbours go together.</summary>
/// <param name="widths">Widths of a stretch, ascending, each a multiple of the one before; the last is enough for anything.</param>
internal sealed class ChunkPlan(IReadOnlyList<long> widths)
{
    /// <summary>Most stretches.</summary>
    public const int MostChunks = 60;

    /// <summary>Stands for a row that belongs to no stretch, as its time can't be read.</summary>
    public const long Nowhere = long.MinValue;

    private SortedDictionary<long, (int Slot, long First)> _buckets = [];
    private int _rung;

    /// <summary>Of each row of the block placed last its stretch, in order; −1 for none.</summary>
    public int[] SlotOfRow { get; private set; } = [];

    /// <summary>The smallest key in each stretch, in order.</summary>
    public IReadOnlyList<long> Firsts => [.. _buckets.Values.Select(bucket => bucket.First)];

    /// <summary>Places the rows of a block.</summary>
    /// <param name="keys">Of each row its number or its time.</param>
    /// <returns>Where each stretch so far now stands; null when all stay.</returns>
    public int[]? Place(ReadOnlySpan<long> keys)
    {
        int before = _buckets.Count;
        int[] moved = [.. Enumerable.Range(0, before)];
        long[] old = [.. _buckets.Keys];
        int rung = _rung;
        foreach (long key in keys)
            if (key != Nowhere) Take(key);
        long ratio = widths[_rung] / widths[rung];
        int slot = 0;
        foreach (long bucket in _buckets.Keys.ToArray()) _buckets[bucket] = (slot++, _buckets[bucket].First);
        for (int i = 0; i < before; i++) moved[i] = _buckets[Floor(old[i], ratio)].Slot;
        SlotOfRow = new int[keys.Length];
        for (int row = 0; row < keys.Length; row++) SlotOfRow[row] = keys[row] == Nowhere ? -1 : _buckets[Floor(keys[row], widths[_rung])].Slot;
        return moved.Index().All(move => move.Index == move.Item) ? null : moved;
    }

    private void Take(long key)
    {
        long bucket = Floor(key, widths[_rung]);
        if (_buckets.TryGetValue(bucket, out var known) && known.First <= key) return;
        _buckets[bucket] = (0, key);
        while (_buckets.Count > MostChunks) Widen();
    }

    private void Widen()
    {
        long ratio = widths[_rung + 1] / widths[_rung];
        SortedDictionary<long, (int Slot, long First)> wide = [];
        foreach ((long bucket, (_, long first)) in _buckets)
            if (!wide.ContainsKey(Floor(bucket, ratio))) wide[Floor(bucket, ratio)] = (0, first);
        (_buckets, _rung) = (wide, _rung + 1);
    }

    private static long Floor(long key, long width) => (key / width) - (key % width < 0 ? 1 : 0);
}
