using CsCheck;

namespace MlopsSandbox.Statistics.Tests.Ordering;

public sealed class SortedSampleTests
{
    private static readonly double[] Special = [0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon, double.MaxValue];

    // Sizes on both sides of where sorting goes by radix, and values that differ in few bits, in many, in sign and in magnitude.
    private static readonly Gen<double[]> Values = Gen.Int[0, 9000].SelectMany(size => Gen.OneOf(
        Gen.Double.Where(value => !double.IsNaN(value)).Array[size],
        Gen.Double[-1, 1].Array[size],
        Gen.Double[1e9, 1e9 + 1e-3].Array[size],
        Gen.Int[-3, 3].Select(value => (double)value).Array[size],
        Gen.Int[0, Special.Length - 1].Select(i => Special[i]).Array[size]));

    [Fact]
    public void Of_AnyValues_AscendsAndKeepsThemAll() => Values.Sample(
        values => SortedSample.Of(values).SequenceEqual(values.Order()), iter: 100);

    [Fact]
    public void Of_ManyEqualValues_StaysTheSame() => Assert.All(SortedSample.Of(Enumerable.Repeat(-2.5, 5000).ToArray()), value => Assert.Equal(-2.5, value));

    [Fact]
    public void Of_Nan_SaysWhere()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => SortedSample.Of([1, double.NaN]));

        Assert.Equal("Value 1 of the sample is NaN; leave missing values out. (Parameter 'values')", refused.Message);
    }
}
