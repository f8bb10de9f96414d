using System.Numerics;
using System.Runtime.InteropServices;

namespace MlopsSandbox.Statistics;

/// <summary>All ways to divide pooled values into two samples, as lattice paths, with the places where a group of equal values ends.</summary>
internal sealed class TiedPaths
{
    // Places in the pooled order at which the distance counts, ascending; the last, at which all are used up, is left out, as the distance is 0 there.
    private readonly int[] _ends;

    private TiedPaths(int longer, int shorter, int[] ends)
    {
        (Longer, Shorter, _ends) = (longer, shorter, ends);
        Unit = (int)BigInteger.GreatestCommonDivisor(longer, shorter);
        LargestUnits = (long)longer * shorter / Unit;
    }

    /// <summary>Values of the larger sample.</summary>
    public int Longer { get; }

    /// <summary>Values of the smaller sample.</summary>
    public int Shorter { get; }

    /// <summary>Distances are whole multiples of 1/this, which stands for a distance of 1.</summary>
    public long LargestUnits { get; }

    /// <summary>nm/(n + m): a distance times its root has the same distribution for all large samples.</summary>
    public double EffectiveSize => (double)Longer * Shorter / ((double)Longer + Shorter);

    private int Unit { get; }

    public static TiedPaths Of(ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted)
    {
        List<int> ends = [];
        PooledGroups groups = new(baselineSorted, currentSorted);
        int all = baselineSorted.Length + currentSorted.Length;
        while (groups.MoveNext())
            if (groups.BaselineBelow + groups.BaselineEqual + groups.CurrentBelow + groups.CurrentEqual is var end && end < all) ends.Add(end);
        return new TiedPaths(Math.Max(baselineSorted.Length, currentSorted.Length), Math.Min(baselineSorted.Length, currentSorted.Length), [.. ends]);
    }

    /// <summary>The same ties among fewer values: samples of these sizes, in which each group has the share that it has here, to the nearest value.</summary>
    public TiedPaths Thinned(int longer, int shorter)
    {
        double share = ((double)longer + shorter) / ((double)Longer + Shorter);
        List<int> ends = [];
        foreach (int end in _ends)
        {
            int thinned = (int)Math.Round(end * share);
            if (thinned > (ends.Count > 0 ? ends[^1] : 0) && thinned < longer + shorter) ends.Add(thinned);
        }

        return new TiedPaths(longer, shorter, [.. ends]);
    }

    /// <summary>How many cells <see cref="Tail"/> goes through.</summary>
    public long Cells(long units)
    {
        long cells = 0;
        (int least, int most, int at) = (0, 0, 0);
        foreach (int end in _ends)
        {
            // The range widens by one a step, and is cut where the group ends.
            int steps = end - at, widest = Math.Min(Shorter, most + steps);
            cells += (long)steps * (widest - Math.Max(least, end - Longer) + 1);
            (least, most) = Inside(end, units, Math.Max(least, end - Longer), widest);
            at = end;
        }

        return cells;
    }

    /// <summary>Share of the divisions with a distance of at least <paramref name="units"/> at the end of some group.</summary>
    /// <remarks>
    /// Built up value by value: which sample the next value is from depends on what remains. Every number is a probability and every sum has positive terms, so the far
    /// tail is accurate. All cells of one step are independent of each other, and are worked out by vectors, from the top so that they can stay in place.
    /// </remarks>
    public double Tail(long units)
    {
        if (units <= 0) return 1;
        double[] inside = new double[Shorter + 2]; // shifted by one, so that the cell below the lowest can be read
        inside[1] = 1;
        double left = 0;
        (int least, int most, int at) = (0, 0, 0);
        foreach (int end in _ends)
        {
            for (int step = at + 1; step <= end; step++)
            {
                most = Math.Min(Shorter, most + 1);
                Advance(inside, step, Math.Max(least, step - Longer), most);
                if (step - Longer > least) inside[least++ + 1] = 0; // the larger sample is used up there
            }

            (int low, int high) = Inside(end, units, least, most);
            left += Cut(inside, least, low - 1) + Cut(inside, high + 1, most);
            if (low > high) return Math.Min(1, left);
            (least, most, at) = (low, high, end);
        }

        return Math.Min(1, left);
    }

    private void Advance(double[] inside, int step, int least, int most)
    {
        double share = 1.0 / (Longer + Shorter - step + 1);
        double fromLonger = (Longer - step + 1) * share, fromShorter = (Shorter + 1) * share;
        ref double cells = ref MemoryMarshal.GetArrayDataReference(inside);
        int place = most;
        Vector<double> lanes = Vector<double>.Indices * share;
        for (; place - Vector<double>.Count + 1 >= least; place -= Vector<double>.Count)
        {
            int first = place - Vector<double>.Count + 1;
            Vector<double> stay = Vector.LoadUnsafe(ref cells, (nuint)(first + 1)), come = Vector.LoadUnsafe(ref cells, (nuint)first);
            Vector<double> along = lanes + new Vector<double>(first * share);
            ((stay * (along + new Vector<double>(fromLonger))) + (come * (new Vector<double>(fromShorter) - along))).StoreUnsafe(ref cells, (nuint)(first + 1));
        }

        for (; place >= least; place--) inside[place + 1] = (inside[place + 1] * (fromLonger + (place * share))) + (inside[place] * (fromShorter - (place * share)));
    }

    // Of j values from the smaller sample among the first `end`: |end·shorter − j·all| below the limit.
    private (int Least, int Most) Inside(int end, long units, int least, int most)
    {
        long all = (long)Longer + Shorter, middle = (long)end * Shorter, limit = units * Unit;
        long low = FloorOver(middle - limit, all) + 1, high = -FloorOver(-(middle + limit), all) - 1;
        return ((int)Math.Max(least, low), (int)Math.Min(most, high));
    }

    private static long FloorOver(long dividend, long divisor) => (dividend / divisor) - (dividend % divisor < 0 ? 1 : 0);

    private static double Cut(double[] inside, int first, int last)
    {
        double sum = 0;
        for (int place = first; place <= last; place++)
        {
            sum += inside[place + 1];
            inside[place + 1] = 0;
        }

        return sum;
    }
}
