using CsCheck;
using MlopsSandbox.Statistics.Tests.Reference;

namespace MlopsSandbox.Statistics.Tests.Distances;

/// <summary>Wasserstein and energy, of raw samples.</summary>
public sealed class NumberDistancesTests
{
    private static readonly Gen<double[]> Samples = Gen.OneOf(Gen.Double[-1e6, 1e6], Gen.Int[-3, 3].Select(i => (double)i)).Array[1, 60];

    [Fact]
    public void Wasserstein_CasesOfTheTable_IsScipys() =>
        Assert.All(DistancesTable.Read.Numbers, c => Near.Equal(c.Wasserstein, Wasserstein.Distance(c.Baseline, c.Current), c.Name));

    [Fact]
    public void Normed_CasesOfTheTable_IsScipysOverNumpys() =>
        Assert.All(DistancesTable.Read.Numbers, c => Near.Equal(c.Normed, Wasserstein.Normed(c.Baseline, c.Current), c.Name));

    [Fact]
    public void Energy_CasesOfTheTable_IsScipys() =>
        Assert.All(DistancesTable.Read.Numbers, c => Near.Equal(c.Energy, EnergyDistance.Of(c.Baseline, c.Current), c.Name));

    [Fact] // by hand: each value moves by 5; deviation of −1 and 1 is 1; of two single values the energy is 2·|x − y| under the root
    public void Distances_HandCases_AreAsInTheirPages()
    {
        Assert.Equal(5, Wasserstein.Distance([3, 0, 1], [6, 8, 5]), 1e-12);
        Assert.Equal(2, Wasserstein.Normed([-1, 1], [3, 1]), 1e-12);
        Assert.Equal(2, EnergyDistance.Of([0], [2]), 1e-12);
    }

    [Fact]
    public void Distances_AnySamples_AreSymmetricAndZeroAgainstThemselves() => Gen.Select(Samples, Samples).Sample((a, b) =>
        Close(Wasserstein.Distance(a, b), Wasserstein.Distance(b, a)) && Close(EnergyDistance.Of(a, b), EnergyDistance.Of(b, a))
        && Wasserstein.Distance(a, [.. a, .. a.Reverse()]) < 1e-9 && EnergyDistance.Of(a, [.. a.Reverse()]) == 0);

    [Fact]
    public void Wasserstein_ShiftedCopy_IsTheShift() => Gen.Select(Samples, Gen.Double[-1e3, 1e3]).Sample((a, shift) =>
        Math.Abs(Wasserstein.Distance(a, [.. a.Select(value => value + shift)]) - Math.Abs(shift)) < 1e-6);

    [Fact]
    public void Wasserstein_ThreeSamples_ObeysTheTriangleInequality() => Gen.Select(Samples, Samples, Samples).Sample((a, b, c) =>
        Wasserstein.Distance(a, c) <= Wasserstein.Distance(a, b) + Wasserstein.Distance(b, c) + 1e-6);

    [Fact]
    public void SortedVariants_AnySamples_SayTheSame() => Gen.Select(Samples, Samples).Sample((a, b) =>
    {
        double[] sortedA = [.. a.Order()], sortedB = [.. b.Order()];
        return Wasserstein.DistanceSorted(sortedA, sortedB) == Wasserstein.Distance(a, b)
            && Wasserstein.NormedSorted(sortedA, sortedB) == Wasserstein.Normed(sortedA, b)
            && EnergyDistance.OfSorted(sortedA, sortedB) == EnergyDistance.Of(a, b);
    });

    [Fact] // enough values for the sort by digits: against the definition for equal sizes, mean distance of the i-th smallest values
    public void Wasserstein_TenThousandValues_IsTheMeanDistanceOfRanks()
    {
        SeededRandom random = new(11);
        double[] a = [.. Enumerable.Range(0, 10_000).Select(_ => random.NextGaussian() * 1e3)];
        double[] b = [.. Enumerable.Range(0, 10_000).Select(_ => -Math.Exp(random.NextGaussian()))];
        Near.Equal(a.Order().Zip(b.Order(), (x, y) => Math.Abs(x - y)).Average(), Wasserstein.Distance(a, b), "10,000 values", rounding: 0);
    }

    [Fact]
    public void Wasserstein_ConstantBaseline_IsZeroOrInfiniteWhenNormed()
    {
        Assert.Equal(0, Wasserstein.Normed([4, 4], [4]));
        Assert.Equal(double.PositiveInfinity, Wasserstein.Normed([4, 4], [4, 5]));
    }

    [Fact]
    public void Distances_ValuesAtTheEndsOfTheRange_AreNeverNaN()
    {
        Assert.Equal(double.MaxValue, Wasserstein.Distance([0, double.MaxValue], [double.MaxValue, double.MaxValue]) * 2);
        Assert.Equal(double.PositiveInfinity, Wasserstein.Distance([-double.MaxValue], [double.MaxValue]));
        Assert.False(double.IsNaN(EnergyDistance.Of([-double.MaxValue, 1], [double.MaxValue, 1])));
    }

    [Theory]
    [InlineData(new double[0], "The sample is empty; expected at least one value. (Parameter 'current')")]
    [InlineData(new[] { 1, double.NaN }, "Value 1 of the sample is NaN; expected finite numbers. Leave missing values out. (Parameter 'current')")]
    [InlineData(new[] { double.NegativeInfinity }, "Value 0 of the sample is -Infinity; expected finite numbers. Leave missing values out. (Parameter 'current')")]
    public void Distances_UnusableSample_SayWhatWasFound(double[] current, string message)
    {
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Wasserstein.Distance([1], current)).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => EnergyDistance.Of([1], current)).Message);
    }

    [Fact]
    public void SortedVariants_OutOfOrder_SayWhere() => Assert.Equal(
        "Value 2 of the sample is 1, after 2; expected ascending order. (Parameter 'baselineSorted')",
        Assert.Throws<ArgumentException>(() => Wasserstein.DistanceSorted([0, 2, 1], [1])).Message);

    private static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));
}
