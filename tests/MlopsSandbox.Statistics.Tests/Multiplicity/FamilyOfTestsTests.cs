using CsCheck;
using MlopsSandbox.Statistics.Tests.Reference;

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

    [Fact] // by hand: 0.6, then 0.04·4/3, then 0.03·4/2 held down to that, then 4·0.01
    public void BenjaminiHochberg_FourTests_StepsUp() =>
        Assert.Equal([0.04, 0.16 / 3, 0.16 / 3, 0.6], FamilyOfTests.BenjaminiHochberg([0.01, 0.04, 0.03, 0.6]), (a, b) => Math.Abs(a - b) < 1e-12);

    [Fact]
    public void Corrections_CasesOfTheTable_MatchTheDefinitions() => Assert.All(DistancesTable.Read.Families, c =>
    {
        Assert.Equal(c.Bonferroni, FamilyOfTests.Bonferroni(c.P), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(c.Holm, FamilyOfTests.Holm(c.P), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(c.BenjaminiHochberg, FamilyOfTests.BenjaminiHochberg(c.P), (a, b) => Math.Abs(a - b) < 1e-12);
    });

    [Fact]
    public void BenjaminiHochberg_AnyFamily_LiesBetweenRawAndHolm() => PValues.Sample(raw =>
    {
        double[] found = FamilyOfTests.BenjaminiHochberg(raw), holm = FamilyOfTests.Holm(raw);
        return raw.Select((p, i) => p <= found[i] && found[i] <= holm[i] + 1e-15).All(holds => holds);
    });

    [Fact]
    public void Corrections_EmptyFamily_AreEmpty()
    {
        Assert.Empty(FamilyOfTests.Bonferroni([]));
        Assert.Empty(FamilyOfTests.Holm([]));
        Assert.Empty(FamilyOfTests.BenjaminiHochberg([]));
    }

    [Fact]
    public void BenjaminiHochberg_OutOfRange_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => FamilyOfTests.BenjaminiHochberg([0.5, 1.5]));

    [Fact]
    public void Holm_OutOfRange_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => FamilyOfTests.Holm([0.5, double.NaN]));
}
