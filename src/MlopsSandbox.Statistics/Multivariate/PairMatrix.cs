namespace MlopsSandbox.Statistics;

/// <summary>A symmetric number for each pair of rows of two samples put together, and the sums within and between the samples.</summary>
/// <remarks>Whatever the division into two samples, three sums follow from one of them and from the sums of all rows, so that a permutation costs one pass over the smaller sample's pairs.</remarks>
internal sealed class PairMatrix
{
    private readonly double[] _values;
    private readonly double[] _rowSums;
    private readonly double _total;

    /// <summary>Fills in <paramref name="ofPair"/> for each pair of different rows.</summary>
    public PairMatrix(int rows, Func<int, int, double> ofPair)
    {
        Rows = rows;
        _values = new double[(long)rows * rows];
        _rowSums = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double value = ofPair(i, j);
                _values[((long)i * rows) + j] = _values[((long)j * rows) + i] = value;
                _rowSums[i] += value;
                _rowSums[j] += value;
            }
        }

        _total = _rowSums.Sum();
    }

    public int Rows { get; }

    /// <summary>Mean over all pairs; the scale on which differences are rounding.</summary>
    public double Mean => Rows > 1 ? Math.Abs(_total) / ((double)Rows * (Rows - 1)) : 0;

    /// <summary>Sums over ordered pairs of different rows when the rows at <paramref name="first"/> are one sample and all others the other.</summary>
    public PairSums SumsFor(ReadOnlySpan<int> first)
    {
        Span<int> ascending = first.ToArray();
        ascending.Sort();
        double within = 0, ofRows = 0;
        for (int i = 0; i < ascending.Length; i++)
        {
            ReadOnlySpan<double> row = _values.AsSpan(ascending[i] * Rows, Rows);
            foreach (int other in ascending[(i + 1)..]) within += row[other];
            ofRows += _rowSums[ascending[i]];
        }

        within *= 2;
        return new PairSums(within, _total - (2 * ofRows) + within, ofRows - within);
    }
}
