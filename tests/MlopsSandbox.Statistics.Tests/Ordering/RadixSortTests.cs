namespace MlopsSandbox.Statistics.Tests.Ordering;

public sealed class RadixSortTests
{
    [Theory]
    [InlineData(4_096, 1e-300)]
    [InlineData(5_000, 1)]
    [InlineData(20_000, 1e300)]
    public void Ascending_ManyValuesOfBothSigns_IsTheOrderOfNumbers(int values, double scale)
    {
        SeededRandom random = new(values);
        double[] sample = [.. Enumerable.Range(0, values).Select(i => i % 3 == 0 ? random.NextInt(5) - 2 : random.NextGaussian() * scale)];
        double[] expected = [.. sample.Order()];

        RadixSort.Ascending(sample);

        Assert.Equal(expected, sample);
    }
}
