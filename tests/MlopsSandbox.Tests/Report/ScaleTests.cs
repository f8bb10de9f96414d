using MlopsSandbox.Report;

namespace MlopsSandbox.Tests.Report;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(0, 0, 10)]
    [InlineData(26, 26, 110)]
    [InlineData(13, 13, 60)]
    [InlineData(-5, 0, 10)]     // outside: at the edge
    [InlineData(99, 26, 110)]
    public void At_Value_IsBetweenTheEdges(double value, double _, double place) => Assert.Equal(place, new Scale(0, 26, 10, 110).At(value), 1e-9);

    [Theory]
    [InlineData(0, 26, 6, new[] { 0.0, 5, 10, 15, 20, 25 })]
    [InlineData(0.68, 0.86, 5, new[] { 0.7, 0.75, 0.8, 0.85 })]
    [InlineData(0, 1, 5, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(-0.3, 0.3, 3, new[] { -0.2, 0, 0.2 })]
    public void Ticks_Range_AreRoundNumbersWithinIt(double low, double high, int wanted, double[] expected)
    {
        IReadOnlyList<double> ticks = new Scale(low, high, 0, 1).Ticks(wanted);

        Assert.Equal(expected.Length, ticks.Count);
        Assert.All(ticks.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }

    [Fact]
    public void Around_NoFiniteValue_IsTheUnitRange() => Assert.Equal((0, 1), Scale.Around([double.NaN], 0.1));
}
