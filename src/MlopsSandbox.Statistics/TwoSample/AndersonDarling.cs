namespace MlopsSandbox.Statistics;

/// <summary>The k-sample test of Anderson and Darling: were two or more samples of a number drawn from one distribution?</summary>
/// <remarks>
/// Weighs the squared distance of the distribution functions by how rare a value is, so that it sees changes in the tails sooner than
/// <see cref="KolmogorovSmirnov"/> and <see cref="CramerVonMises"/> do. Values must be independent (for the permutations: exchangeable); ties are welcome.
/// Scholz and Stephens (1987), K-sample Anderson–Darling tests, JASA 82, 918–924: the midrank version (their equation 7), standardised.
/// </remarks>
public static class AndersonDarling
{
    /// <summary>The standardised statistic of two samples, each in ascending order and without NaN. O(n + m), no allocation.</summary>
    /// <returns>
    /// (A² − 1) / σ: about 0 with deviation 1 when nothing has changed, at least −1/σ (about −1.3), without upper bound; 1.96 is near its 5 % point.
    /// When all values are equal: the least possible.
    /// </returns>
    /// <exception cref="ArgumentException">A sample is empty, out of order or has a NaN, or both together have fewer than 4 values.</exception>
    public static double Statistic(ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted)
    {
        Samples.RequireAscending(baselineSorted, nameof(baselineSorted));
        Samples.RequireAscending(currentSorted, nameof(currentSorted));
        long n = baselineSorted.Length, m = currentSorted.Length, all = n + m;
        RequireEnough(all);
        double sum = 0;
        PooledGroups groups = new(baselineSorted, currentSorted);
        while (groups.MoveNext())
        {
            long equal = (long)groups.BaselineEqual + groups.CurrentEqual;
            if (equal == all) break;
            long twiceRank = (2 * ((long)groups.BaselineBelow + groups.CurrentBelow)) + equal;
            // Both samples lie off by the same amount: Σ D²/size = D²·N/(nm).
            double off = (all * ((2L * groups.BaselineBelow) + groups.BaselineEqual)) - (n * twiceRank);
            sum += equal * off * off / RankedLabels.Weight(twiceRank, equal, all);
        }

        double distance = sum * (all - 1) / ((double)all * n * m);
        return Standardised(distance, [(int)n, (int)m]);
    }

    /// <summary>The standardised statistic of two samples or more, each in ascending order and without NaN. O(k·N).</summary>
    /// <returns>(A² − (k − 1)) / σ for k samples; about 0 with deviation 1 when nothing has changed, without upper bound.</returns>
    /// <exception cref="ArgumentException">Fewer than 2 samples; one is empty, out of order or has a NaN; or all together have fewer than 4 values.</exception>
    public static double Statistic(IReadOnlyList<double[]> samplesSorted)
    {
        RankedLabels ranked = Ranked(samplesSorted);
        return Standardised(ranked.Distance(), ranked.Sizes);
    }

    /// <summary>Tests two samples, each in ascending order and without NaN, by permutation.</summary>
    /// <param name="baselineSorted">One value or more.</param>
    /// <param name="currentSorted">One value or more; 4 or more together with the baseline's.</param>
    /// <param name="random">Draws the permutations; the same state gives the same p value.</param>
    /// <param name="permutations">How many, 1 or more, by default 999; no p value is below 1/(permutations + 1).</param>
    /// <returns>
    /// The statistic, and p = (k + 1)/(B + 1), where k of B random divisions of all values are at least as far apart: at any size and with any
    /// ties no more false alarms than promised (Phipson and Smyth 2010). O(B·(n + m)).
    /// </returns>
    /// <exception cref="ArgumentException">A sample is empty, out of order or has a NaN, or both together have fewer than 4 values.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="permutations"/> is below 1.</exception>
    public static TestResult Test(
        ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted, SeededRandom random, int permutations = 999) =>
        Test([baselineSorted.ToArray(), currentSorted.ToArray()], random, permutations);

    /// <summary>Tests two samples or more, each in ascending order and without NaN, by permutation; O(B·k·N).</summary>
    /// <param name="samplesSorted">One value or more in each, 4 or more together.</param>
    /// <param name="random">Draws the permutations; the same state gives the same p value.</param>
    /// <param name="permutations">How many, 1 or more, by default 999; no p value is below 1/(permutations + 1).</param>
    /// <returns>As for two samples: a small p value says that at least one is unlike the others.</returns>
    /// <exception cref="ArgumentException">Fewer than 2 samples; one is empty, out of order or has a NaN; or all together have fewer than 4 values.</exception>
    public static TestResult Test(IReadOnlyList<double[]> samplesSorted, SeededRandom random, int permutations = 999)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        RankedLabels ranked = Ranked(samplesSorted);
        double distance = ranked.Distance();
        // Divisions that are as far apart in exact arithmetic must count, whatever the order of their sums.
        double asFar = distance * (1 - 1e-10);
        int asLarge = 0;
        for (int i = 0; i < permutations; i++)
        {
            random.Shuffle(ranked.Labels);
            if (ranked.Distance() >= asFar) asLarge++;
        }

        return new TestResult(Standardised(distance, ranked.Sizes), (asLarge + 1.0) / (permutations + 1.0));
    }

    /// <summary>
    /// As <see cref="Test(ReadOnlySpan{double}, ReadOnlySpan{double}, SeededRandom, int)"/>, for samples in any order, of which it sorts copies.
    /// </summary>
    /// <exception cref="ArgumentException">A sample is empty or has a NaN, or both together have fewer than 4 values.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="permutations"/> is below 1.</exception>
    public static TestResult TestUnsorted(
        ReadOnlySpan<double> baseline, ReadOnlySpan<double> current, SeededRandom random, int permutations = 999) =>
        Test([SortedSample.Of(baseline), SortedSample.Of(current)], random, permutations);

    private static RankedLabels Ranked(IReadOnlyList<double[]> samplesSorted)
    {
        if (samplesSorted.Count < 2) throw new ArgumentException($"There are {samplesSorted.Count} samples; expected at least 2.", nameof(samplesSorted));
        foreach (double[] sample in samplesSorted) Samples.RequireAscending(sample, nameof(samplesSorted));
        RequireEnough(samplesSorted.Sum(sample => (long)sample.Length));
        return RankedLabels.Of(samplesSorted);
    }

    private static void RequireEnough(long all)
    {
        if (all < 4) throw new ArgumentException($"The samples have {all} values together; expected at least 4.");
    }

    // Mean k − 1 and the variance of Scholz and Stephens' equation 4.
    private static double Standardised(double distance, ReadOnlySpan<int> sizes)
    {
        double k = sizes.Length, all = 0, reciprocals = 0;
        foreach (int size in sizes)
        {
            all += size;
            reciprocals += 1.0 / size;
        }

        (double h, double g) = HarmonicSums((long)all);
        double a = (((4 * g) - 6) * (k - 1)) + ((10 - (6 * g)) * reciprocals);
        double b = (((2 * g) - 4) * k * k) + (8 * h * k) + (((2 * g) - (14 * h) - 4) * reciprocals) - (8 * h) + (4 * g) - 6;
        double c = (((6 * h) + (2 * g) - 2) * k * k) + (((4 * h) - (4 * g) + 6) * k) + (((2 * h) - 6) * reciprocals) + (4 * h);
        double d = (((2 * h) + 6) * k * k) - (4 * h * k);
        double variance = ((((((a * all) + b) * all) + c) * all) + d) / ((all - 1) * (all - 2) * (all - 3));
        return (distance - (k - 1)) / Math.Sqrt(variance);
    }

    // h = Σ 1/i for i < N; g = Σ over i < j < N of 1/((N − i)·j).
    private static (double H, double G) HarmonicSums(long all)
    {
        double h = 0, g = 0;
        for (long i = 2; i < all; i++)
        {
            h += 1.0 / (all + 1 - i);
            g += h / i;
        }

        return (h + 1, g);
    }
}
