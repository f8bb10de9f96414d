namespace MlopsSandbox.Statistics;

/// <summary>Pooled samples in ascending order, of which only the ties and each value's sample are kept: all that a permutation of ranks needs.</summary>
internal sealed class RankedLabels
{
    private readonly int[] _labels, _groups, _sizes;
    private readonly long[] _twiceBelow;

    private RankedLabels(int[] labels, int[] groups, int[] sizes)
    {
        (_labels, _groups, _sizes) = (labels, groups, sizes);
        _twiceBelow = new long[sizes.Length];
    }

    /// <summary>Which sample each pooled value is from; may be shuffled.</summary>
    public Span<int> Labels => _labels;

    /// <summary>Values of each sample.</summary>
    public ReadOnlySpan<int> Sizes => _sizes;

    /// <summary>Merges samples in ascending order. O(k·N).</summary>
    public static RankedLabels Of(IReadOnlyList<double[]> samplesSorted)
    {
        int[] sizes = [.. samplesSorted.Select(sample => sample.Length)], next = new int[sizes.Length];
        int[] labels = new int[sizes.Sum()];
        List<int> groups = [];
        for (int taken = 0; taken < labels.Length;)
        {
            double least = Least(samplesSorted, next);
            int before = taken;
            for (int i = 0; i < sizes.Length; i++)
                for (; next[i] < sizes[i] && samplesSorted[i][next[i]] == least; next[i]++) labels[taken++] = i;
            groups.Add(taken - before);
        }

        return new RankedLabels(labels, [.. groups], sizes);
    }

    /// <summary>Anderson and Darling's A² by midranks (Scholz and Stephens' equation 7) of the labels as they stand; 0 when all values are equal.</summary>
    public double Distance()
    {
        long all = _labels.Length;
        if (_groups.Length == 1) return 0;
        Span<long> twiceBelow = _twiceBelow;
        twiceBelow.Clear();
        double sum = 0;
        int at = 0;
        foreach (int equal in _groups)
        {
            long twiceRank = (2L * at) + equal;
            // Half before the group's distance is taken, half after: a midrank counts half of what is tied.
            foreach (int label in _labels.AsSpan(at, equal)) twiceBelow[label]++;
            double squares = 0;
            for (int i = 0; i < _sizes.Length; i++)
            {
                double off = (all * twiceBelow[i]) - (_sizes[i] * twiceRank);
                squares += off * off / _sizes[i];
            }

            sum += equal * squares / Weight(twiceRank, equal, all);
            foreach (int label in _labels.AsSpan(at, equal)) twiceBelow[label]++;
            at += equal;
        }

        return sum * (all - 1) / ((double)all * all);
    }

    /// <summary>Four times B(N − B) − N·l/4, where B is the group's midrank and l its size.</summary>
    public static double Weight(long twiceRank, long equal, long all) => ((double)twiceRank * ((2 * all) - twiceRank)) - ((double)all * equal);

    private static double Least(IReadOnlyList<double[]> samplesSorted, int[] next)
    {
        double least = double.PositiveInfinity;
        for (int i = 0; i < next.Length; i++)
            if (next[i] < samplesSorted[i].Length) least = Math.Min(least, samplesSorted[i][next[i]]);
        return least;
    }
}
