namespace MlopsSandbox.Statistics;

/// <summary>The last so many errors of a stream, in a ring.</summary>
internal sealed class ErrorWindow(int capacity)
{
    private readonly byte[] _ring = new byte[capacity];
    private int _next;

    public int Count { get; private set; }

    /// <summary>How many of them are wrong.</summary>
    public int Wrong { get; private set; }

    public bool IsFull => Count == _ring.Length;

    /// <summary>Adds the newest.</summary>
    /// <returns>The oldest, which has to leave a full window; 0 when it was not full.</returns>
    public byte Push(byte error)
    {
        byte oldest = 0;
        if (IsFull) oldest = _ring[_next];
        else Count++;
        _ring[_next] = error;
        if (++_next == _ring.Length) _next = 0;
        Wrong += error - oldest;
        return oldest;
    }

    /// <summary>Forgets all but the newest <paramref name="count"/>.</summary>
    public void KeepNewest(int count)
    {
        Count = Math.Min(Count, count);
        Wrong = 0;
        for (int i = 0; i < Count; i++) Wrong += this[i];
    }

    /// <summary>Counted from the oldest, 0.</summary>
    public byte this[int index]
    {
        get
        {
            int at = _next - Count + index;
            return _ring[at < 0 ? at + _ring.Length : at];
        }
    }

    public void Clear() => (_next, Count, Wrong) = (0, 0, 0);

    /// <summary>The oldest first.</summary>
    public byte[] ToArray()
    {
        byte[] items = new byte[Count];
        for (int i = 0; i < items.Length; i++) items[i] = this[i];
        return items;
    }

    public void Fill(byte[] items)
    {
        foreach (byte error in items) Push(error);
    }
}
