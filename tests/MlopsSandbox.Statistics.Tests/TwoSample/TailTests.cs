namespace MlopsSandbox.Statistics.Tests.TwoSample;

/// <summary>The distributions behind the p values, relative to themselves: a p of 1e-90 must be one.</summary>
public sealed class TailTests
{
    private static readonly Dictionary<string, Func<double, double, double>> Tails = new()
    {
        ["student"] = StudentTail.TwoSided,
        ["normal"] = (z, _) => NormalTail.TwoSided(z),
        ["chi-square"] = (statistic, degrees) => ChiSquareTail.Of(statistic, (int)degrees),
        ["cramer-von mises"] = (x, _) => CramerVonMisesLimit.Tail(x),
        ["kolmogorov"] = (x, _) => KolmogorovDistribution.Tail(x),
    };

    public static TheoryData<string> Names => [.. Tails.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Tail_EveryPointOfTheTable_MatchesTheReference(string tail)
    {
        TailCase[] cases = [.. TwoSampleReference.Shipped.Tails.Where(item => item.Tail == tail)];

        IEnumerable<string> wrong =
            from item in cases
            let found = Tails[tail](item.Statistic, item.Degrees)
            where !(Math.Abs(found - item.P) <= 1e-8 * item.P)
            select $"{item.Statistic} with {item.Degrees}: {found}, expected {item.P}";

        Assert.Empty(wrong);
        Assert.NotEmpty(cases);
    }
}
