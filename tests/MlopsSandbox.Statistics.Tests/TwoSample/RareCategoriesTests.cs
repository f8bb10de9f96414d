using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class RareCategoriesTests
{
    [Fact] // 90 against 90 rows: 10 rows of both make 5 expected in each
    public void Merge_RareOnes_BecomeOne()
    {
        (int[] baseline, int[] current) = RareCategories.Merge([3, 40, 0, 2, 5, 40], [4, 50, 0, 3, 3, 30]);

        Assert.Equal([10, 40, 40], baseline);
        Assert.Equal([10, 50, 30], current);
    }

    [Fact] // 100 against 10 rows: 11 rows of both make 1 expected in the smaller sample
    public void Merge_RareOnesTooFew_TakeInTheRarestOfTheOthers()
    {
        (int[] baseline, int[] current) = RareCategories.Merge([60, 2, 38], [3, 0, 7], minimumExpected: 1);

        Assert.Equal([40, 60], baseline);
        Assert.Equal([7, 3], current);
    }

    [Fact]
    public void Merge_AnyCounts_KeepsRowsAndExpectsEnough()
    {
        Gen<(int[], int[])> tables = Gen.Int[1, 15].SelectMany(k => Gen.Select(Gen.Int[0, 40].Array[k], Gen.Int[0, 20].Array[k]))
            .Where((a, b) => a.Sum() > 0 && b.Sum() > 0);

        tables.Sample((a, b) =>
        {
            (int[] baseline, int[] current) = RareCategories.Merge(a, b);
            double smaller = Math.Min(a.Sum(), b.Sum()), all = a.Sum() + b.Sum();
            bool enough = baseline.Zip(current, (x, y) => (x + y) * smaller / all).All(expected => expected >= 5 - 1e-9);
            return baseline.Sum() == a.Sum() && current.Sum() == b.Sum() && (enough || baseline.Length == 1);
        });
    }
}
