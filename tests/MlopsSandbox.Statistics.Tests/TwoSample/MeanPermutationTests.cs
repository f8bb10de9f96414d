using System.Numerics;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class MeanPermutationTests
{
    [Theory]
    [InlineData(new[] { 1.0, 2, 2, 7, 3 }, new[] { 4.0, 9, 2 })]
    [InlineData(new[] { 4.0, 9 }, new[] { 1.0, 2, 2, 7, 13 })]
    [InlineData(new[] { 0.1, 0.2, 0.3 }, new[] { 0.3, 0.2, 0.1, 0.4 })]
    public void TestRise_FewValues_MatchesAllDivisions(double[] baseline, double[] current)
    {
        const int Divisions = 20_000, Runs = 20;
        double[] all = [.. baseline, .. current];
        uint[] windows = [.. Enumerable.Range(0, 1 << all.Length).Select(mask => (uint)mask).Where(mask => BitOperations.PopCount(mask) == current.Length)];
        double expected = (double)windows.Count(mask => all.Where((_, i) => (mask >> i & 1) != 0).Sum() >= current.Sum() - 1e-9) / windows.Length;
        // As drawing ends early where nothing is found, several runs are taken together.
        double p = Enumerable.Range(0, Runs).Average(seed => MeanPermutation.TestRise(baseline, current, new SeededRandom(seed), Divisions).PValue);

        Assert.Equal(1, p / expected, tolerance: 4 / Math.Sqrt(50 * Runs));
    }

    [Fact]
    public void TestRise_Statistic_IsTheDifferenceOfMeans() => Assert.Equal(2, MeanPermutation.TestRise([1, 3], [3, 5, 4], new SeededRandom(1), 99).Statistic);

    [Fact]
    public void TestRise_FarAbove_HasTheLeastPValueThatSoManyDivisionsGive()
    {
        double[] low = [.. Enumerable.Range(0, 50).Select(i => (double)i)], high = [.. low.Select(value => value + 1_000)];

        Assert.Equal(1.0 / 1_000, MeanPermutation.TestRise(low, high, new SeededRandom(1), 999).PValue);
        Assert.Equal(1, MeanPermutation.TestRise(high, low, new SeededRandom(1), 999).PValue);
    }

    [Fact]
    public void TestRise_AllEqual_IsOne() => Assert.Equal(new TestResult(0, 1), MeanPermutation.TestRise([0.5, 0.5, 0.5], [0.5, 0.5], new SeededRandom(1), 999));

    [Fact]
    public void TestRise_SameSeed_GivesTheSame() => Assert.Equal(
        MeanPermutation.TestRise([1, 5, 2], [4, 3, 6], new SeededRandom(4), 999), MeanPermutation.TestRise([1, 5, 2], [4, 3, 6], new SeededRandom(4), 999));

    [Theory]
    [InlineData(0)]
    [InlineData(2_000_001)]
    public void TestRise_DivisionsOutOfRange_IsRefused(int divisions) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanPermutation.TestRise([1], [2], new SeededRandom(1), divisions));
}
