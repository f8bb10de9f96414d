namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class ChiSquarePermutationTests
{
    [Theory] // of 2×2 tables, given the margins: all those that are as far from the expected one, by Fisher's probabilities
    [InlineData(8, 30, 1, 25)]
    [InlineData(3, 200, 6, 40)]
    [InlineData(60, 100, 41, 90)]
    public void Test_TwoCategories_MatchesTheExactDistribution(int hits, int rows, int otherHits, int otherRows)
    {
        const int Tables = 200_000;
        double expected = ExactTail(hits, rows, otherHits, otherRows), p = 0;
        // As drawing ends early where nothing is found, several runs are taken together.
        const int Runs = 40;
        for (int seed = 0; seed < Runs; seed++)
            p += ChiSquarePermutation.Test([hits, rows - hits], [otherHits, otherRows - otherHits], new SeededRandom(seed), Tables).PValue / Runs;

        Assert.Equal(1, p / expected, tolerance: 4 / Math.Sqrt(50 * Runs));
    }

    [Fact]
    public void Test_ManyCategories_AgreesWithTheLimitWhereRowsAreMany()
    {
        int[] before = [5_000, 4_000, 3_000, 2_000, 1_000], now = [2_580, 2_000, 1_450, 1_030, 440];
        double limit = ChiSquareHomogeneity.Test(before, now).PValue;
        double p = Enumerable.Range(0, 40).Average(seed => ChiSquarePermutation.Test(before, now, new SeededRandom(seed), 100_000).PValue);

        Assert.Equal(1, p / limit, tolerance: 0.1);
    }

    [Fact]
    public void Test_Apart_HasTheLeastPValueThatSoManyTablesGive() =>
        Assert.Equal(1.0 / 1_000, ChiSquarePermutation.Test([100, 0, 0], [0, 50, 50], new SeededRandom(1), 999).PValue);

    [Fact]
    public void Test_OneCategory_HasNothingToCompare() => Assert.Equal(new ChiSquareResult(0, 1, 0), ChiSquarePermutation.Test([9, 0], [4, 0], new SeededRandom(1), 99));

    [Fact]
    public void Test_EqualShares_IsOne() => Assert.Equal(1, ChiSquarePermutation.Test([10, 20], [5, 10], new SeededRandom(1), 999).PValue);

    [Fact]
    public void Test_SameSeed_GivesTheSame() => Assert.Equal(
        ChiSquarePermutation.Test([10, 20, 3], [5, 10, 9], new SeededRandom(4), 999), ChiSquarePermutation.Test([10, 20, 3], [5, 10, 9], new SeededRandom(4), 999));

    [Theory]
    [InlineData(0)]
    [InlineData(2_000_001)]
    public void Test_TablesOutOfRange_IsRefused(int tables) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquarePermutation.Test([1, 2], [2, 1], new SeededRandom(1), tables));

    private static double ExactTail(int hits, int rows, int otherHits, int otherRows)
    {
        int all = hits + otherHits;
        double found = ChiSquareHomogeneity.Test([hits, rows - hits], [otherHits, otherRows - otherHits]).Statistic * (1 - 1e-10), tail = 0, total = 0;
        for (int k = Math.Max(0, all - otherRows); k <= Math.Min(all, rows); k++)
        {
            double weight = Math.Exp(-LogFactorial.Of(k) - LogFactorial.Of(rows - k) - LogFactorial.Of(all - k) - LogFactorial.Of(otherRows - all + k)
                + LogFactorial.Of(all) + LogFactorial.Of(rows) + LogFactorial.Of(otherRows) + LogFactorial.Of(rows + otherRows - all) - LogFactorial.Of(rows + otherRows));
            total += weight;
            if (ChiSquareHomogeneity.Test([k, rows - k], [all - k, otherRows - all + k]).Statistic >= found) tail += weight;
        }

        Assert.Equal(1, total, tolerance: 1e-9);
        return tail;
    }
}
