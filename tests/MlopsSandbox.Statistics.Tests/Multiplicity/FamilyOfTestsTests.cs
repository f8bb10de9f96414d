using CsCheck;

namespace MlopsSandbox.Statistics.Tests.Multiplicity;

public sealed class FamilyOfTestsTests
{
    private static readonly Gen<double[]> PValues = Gen.Double[0, 1].Array[1, 20];

    [Fact] // by hand
    public void Bonferroni_FourTests_MultipliesByFour() =>
        Assert.Equal([0.04, 0.16, 0.12, 1], FamilyOfTests.Bonferroni([0.01, 0.04, 0.03, 0.6]), (a, b) => Math.Abs(a - b) < 1e-12);

    [Fact] // by hand: 4·0.01, then 3·0.03 = 0.09, then 2·0.04 = 0.08 held up to 0.09, then 0.6
    public void Holm_FourTests_StepsDown() =>
        Assert.Equal([0.04, 0.09, 0.09, 0.6], FamilyOfTests.Holm([0.01, 0.04, 0.03, 0.6]), (a, b) => Math.Abs(a - b) < 1e-12);

    [Fact]
    public void Holm_AnyFamily_LiesBetweenRawAndBonferroni() => PValues.Sample(raw =>
    {
        double[] holm = FamilyOfTests.Holm(raw), bonferroni = FamilyOfTests.Bonferroni(raw);
        return raw.Select((p, i) => p <= holm[i] && holm[i] <= bonferroni[i]).All(holds => holds);
    });

    [Fact]
    public void Holm_OutOfRange_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => FamilyOfTests.Holm([0.5, double.NaN]));
}
