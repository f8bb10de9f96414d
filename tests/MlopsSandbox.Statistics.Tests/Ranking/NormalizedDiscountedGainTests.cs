using System.Text.Json;
using MlopsSandbox.Statistics.Tests.Reference;

namespace MlopsSandbox.Statistics.Tests.Ranking;

public sealed class NormalizedDiscountedGainTests
{
    private static readonly JsonElement Table = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "ranking.json"))).RootElement;

    [Fact] // ndcg_score of scikit-learn 1.2.1, ties averaged; ranking.py made the table
    public void Of_CasesOfTheTable_MatchesScikitLearn() => Assert.All(Table.GetProperty("cases").EnumerateArray(), c =>
        Near.Equal(c.GetProperty("ndcg").GetDouble(), NormalizedDiscountedGain.Of(Numbers(c, "gains"), Numbers(c, "scores")), "ndcg"));

    [Fact] // by hand: 3/log2(2) + 2/log2(3) + 1/log2(4) at best, 1 + 2/log2(3) + 3/2 turned round
    public void Of_TheOrderTurnedRound_IsTheFormula() =>
        Assert.Equal((2.5 + (2 / Math.Log2(3))) / (3.5 + (2 / Math.Log2(3))), NormalizedDiscountedGain.Of([3, 2, 1], [1, 2, 3]), 1e-15);

    [Fact]
    public void Of_TheSameOrder_IsOneWhateverTheScores() => Assert.Equal(1, NormalizedDiscountedGain.Of([0.5, 3, 0, 2], [-2, 7, -1e9, 0]));

    [Fact]
    public void Of_NothingWorthAnything_IsNotANumber() => Assert.Equal(double.NaN, NormalizedDiscountedGain.Of([0, 0], [1, 2]));

    [Theory]
    [InlineData(new double[0], new double[0], "There are 0 gains and 0 scores")]
    [InlineData(new[] { 1.0 }, new[] { 1.0, 2 }, "There are 1 gains and 2 scores")]
    [InlineData(new[] { -1.0 }, new[] { 1.0 }, "Gain 0 is -1; expected a finite number of 0 or more.")]
    [InlineData(new[] { 1.0 }, new[] { double.NaN }, "Score 0 is NaN; expected a number.")]
    public void Of_Unusable_SaysWhatWasFound(double[] gains, double[] scores, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ArgumentException>(() => NormalizedDiscountedGain.Of(gains, scores)).Message, StringComparison.Ordinal);

    private static double[] Numbers(JsonElement known, string name) => [.. known.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];
}
