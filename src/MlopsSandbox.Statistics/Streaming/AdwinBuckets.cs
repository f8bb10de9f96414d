namespace MlopsSandbox.Statistics;

/// <summary>
/// An exponential histogram: the window of <see cref="Adwin"/> in buckets of 1, 2, 4, … items, at most so many of each, the larger the older. Two flat arrays
/// with a row of slots for each size, the oldest of a row first; a row that overflows merges its two oldest into the next.
/// </summary>
/// <remarks>Datar, Gionis, Indyk and Motwani (2002), Maintaining Stream Statistics over Sliding Windows, SIAM J. Comput. 31(6).</remarks>
internal sealed class AdwinBuckets(int perSize)
{
    /// <summary>Sizes up to 2^47 items, more than a stream will bring.</summary>
    public const int MostRows = 48;

    private readonly int _slots = perSize + 1;
    private readonly int[] _counts = new int[MostRows];
    private readonly double[] _sums = new double[MostRows * (perSize + 1)], _squares = new double[MostRows * (perSize + 1)];

    /// <summary>Sizes that are in use, or were last; the oldest bucket is the first of the last row.</summary>
    public int Rows { get; private set; } = 1;

    /// <summary>Items in all buckets.</summary>
    public long Width { get; private set; }

    /// <summary>Sums of the buckets of 2^<paramref name="row"/> items, the oldest first.</summary>
    public ReadOnlySpan<double> Sums(int row) => _sums.AsSpan(row * _slots, _counts[row]);

    /// <summary>Sums of squared deviations from the mean of each bucket, in the same order.</summary>
    public ReadOnlySpan<double> Squares(int row) => _squares.AsSpan(row * _slots, _counts[row]);

    public void Add(double value)
    {
        Width++;
        Append(0, value, 0);
        for (int row = 0; _counts[row] > perSize; row++) MergeOldest(row);
    }

    private void Append(int row, double sum, double squares)
    {
        int slot = (row * _slots) + _counts[row]++;
        (_sums[slot], _squares[slot]) = (sum, squares);
    }

    private void MergeOldest(int row)
    {
        int oldest = row * _slots;
        double size = 1L << row, apart = (_sums[oldest] - _sums[oldest + 1]) / size;
        Append(row + 1, _sums[oldest] + _sums[oldest + 1], _squares[oldest] + _squares[oldest + 1] + (apart * apart * size / 2));
        RemoveOldest(row, 2);
        Rows = Math.Max(Rows, row + 2);
    }

    private void RemoveOldest(int row, int count)
    {
        int first = row * _slots, left = _counts[row] -= count;
        for (int slot = first; slot < first + left; slot++) (_sums[slot], _squares[slot]) = (_sums[slot + count], _squares[slot + count]);
    }

    /// <summary>Forgets the oldest bucket of a window that has one.</summary>
    public void DropOldest()
    {
        RemoveOldest(Rows - 1, 1);
        Width -= 1L << (Rows - 1);
        while (Rows > 1 && _counts[Rows - 1] == 0) Rows--;
    }

    public void Clear()
    {
        Array.Clear(_counts);
        (Rows, Width) = (1, 0);
    }

    /// <summary>Fills an empty window as a snapshot has it.</summary>
    public void Fill(int[] bucketsOfSize, double[] sums, double[] squares)
    {
        int next = 0;
        for (int row = 0; row < bucketsOfSize.Length; row++)
        {
            for (int i = 0; i < bucketsOfSize[row]; i++, next++) Append(row, sums[next], squares[next]);
            Width += (long)bucketsOfSize[row] << row;
            if (bucketsOfSize[row] > 0) Rows = row + 1;
        }
    }
}
