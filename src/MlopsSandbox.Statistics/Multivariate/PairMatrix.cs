using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlopsSandbox.Statistics;

/// <summary>A symmetric number for each pair of rows of two samples put together, and the sums within and between the samples.</summary>
/// <remarks>
/// Whatever the division into two samples, all three sums follow from the one within the first and from the sums of whole rows. They are made for
/// <see cref="Divisions"/> divisions in one pass over the matrix, which is larger than a processor's cache.
/// </remarks>
internal sealed class PairMatrix
{
    /// <summary>Divisions that are summed together.</summary>
    public const int Divisions = 16;

    private readonly double[] _below;
    private readonly double[] _rowSums;
    private readonly double _total;

    /// <summary>Fills in <paramref name="ofPair"/> for each pair of different rows.</summary>
    public PairMatrix(int rows, Func<int, int, double> ofPair)
    {
        Rows = rows;
        _below = new double[rows * (rows - 1) / 2];
        _rowSums = new double[rows];
        int next = 0;
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double value = _below[next++] = ofPair(i, j);
                _rowSums[i] += value;
                _rowSums[j] += value;
            }
        }

        _total = _rowSums.Sum();
    }

    public int Rows { get; }

    /// <summary>Mean over all pairs; the scale on which differences are rounding.</summary>
    public double Mean => Rows > 1 ? Math.Abs(_total) / ((double)Rows * (Rows - 1)) : 0;

    /// <summary>Sums over pairs of different rows, for each division.</summary>
    /// <param name="marks">For each row, one number a division: 1 where the row is of the first sample, 0 where it is of the second.</param>
    public PairSums[] SumsOf(ReadOnlySpan<double> marks)
    {
        Span<double> within = stackalloc double[Divisions], ofRows = stackalloc double[Divisions];
        Within(marks, within);
        for (int row = 0; row < Rows; row++)
            for (int division = 0; division < Divisions; division++) ofRows[division] += marks[(row * Divisions) + division] * _rowSums[row];

        PairSums[] sums = new PairSums[Divisions];
        for (int division = 0; division < Divisions; division++)
        {
            double first = 2 * within[division];
            sums[division] = new PairSums(first, _total - (2 * ofRows[division]) + first, ofRows[division] - first);
        }

        return sums;
    }

    private void Within(ReadOnlySpan<double> marks, Span<double> within)
    {
        ReadOnlySpan<Vector256<double>> quarters = MemoryMarshal.Cast<double, Vector256<double>>(marks);
        Span<Vector256<double>> sums = MemoryMarshal.Cast<double, Vector256<double>>(within);
        for (int i = 1, start = 0; i < Rows; start += i, i++)
        {
            Vector256<double> a = default, b = default, c = default, d = default;
            ReadOnlySpan<double> row = _below.AsSpan(start, i);
            for (int j = 0; j < row.Length; j++)
            {
                ReadOnlySpan<Vector256<double>> mark = quarters.Slice(4 * j, 4);
                Vector256<double> value = Vector256.Create(row[j]);
                a += value * mark[0];
                b += value * mark[1];
                c += value * mark[2];
                d += value * mark[3];
            }

            ReadOnlySpan<Vector256<double>> own = quarters.Slice(4 * i, 4);
            sums[0] += a * own[0];
            sums[1] += b * own[1];
            sums[2] += c * own[2];
            sums[3] += d * own[3];
        }
    }
}
