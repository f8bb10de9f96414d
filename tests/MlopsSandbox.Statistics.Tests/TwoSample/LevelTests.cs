namespace MlopsSandbox.Statistics.Tests.TwoSample;

/// <summary>A small part of the calibration that the benchmarks make: where nothing changes, exact tests and permutations alarm at most as often as promised, and nearly so.</summary>
public sealed class LevelTests
{
    private const int Checks = 2_000;
    private const double Level = 0.05, SixDeviations = 6 * 0.0049;

    [Theory]
    [InlineData(60, 60, 5)]
    [InlineData(200, 40, 12)]
    public void KolmogorovGivenTies_WholeNumbers_KeepsItsLevel(int n, int m, int values)
    {
        double rate = Rate(random => KolmogorovGivenTies.Of(SortedSample.Of(Numbers(random, n, values)), SortedSample.Of(Numbers(random, m, values))).PValue);

        Assert.InRange(rate, 0.02, Level + SixDeviations);
    }

    [Theory]
    [InlineData(300, 40)]
    [InlineData(30, 30)]
    public void ChiSquarePermutation_RareCategories_KeepsItsLevel(int n, int m)
    {
        double rate = Rate(random => ChiSquarePermutation.Test(Counts(random, n), Counts(random, m), random, 199).PValue);

        Assert.InRange(rate, 0.02, Level + SixDeviations);
    }

    private static double Rate(Func<SeededRandom, double> p) => Enumerable.Range(0, Checks).Count(check => p(new SeededRandom(Seeds.Derive(3, "level", check))) <= Level) / (double)Checks;

    private static double[] Numbers(SeededRandom random, int rows, int values) => [.. Enumerable.Range(0, rows).Select(_ => (double)random.NextInt(values))];

    // Each category half as likely as the one before.
    private static int[] Counts(SeededRandom random, int rows)
    {
        int[] counts = new int[8];
        for (int i = 0; i < rows; i++) counts[Math.Min(7, (int)-Math.Log2(1 - random.NextDouble()))]++;
        return counts;
    }
}
