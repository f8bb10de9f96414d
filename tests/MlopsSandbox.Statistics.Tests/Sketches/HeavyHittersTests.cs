using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace MlopsSandbox.Statistics.Tests.Sketches;

public sealed class HeavyHittersTests
{
    /// <summary>Categories of which small numbers are common.</summary>
    private static readonly Gen<string[]> Rows =
        Gen.Int[0, 400].Select(i => ((int)Math.Sqrt(i)).ToString(CultureInfo.InvariantCulture)).Array[0, 600];

    [Fact] // by hand: the fourth row takes one of each of the two counters and itself; x goes on alone with 1, and ends with 2
    public void Add_HandCase_CountsAsThePaperDoes()
    {
        HeavyHitters summary = Of(2, ["x", "y", "x", "z", "x"]);
        Assert.Equal((5, 1), (summary.Rows, summary.Undercount));
        Assert.Equal([new HeavyHitter("x", 2, 3)], summary.WithShareOf(0.4));
    }

    [Fact]
    public void Add_AsManyCategoriesAsCounters_IsExact() =>
        Assert.Equal([new HeavyHitter("b", 3, 3), new HeavyHitter("a", 2, 2), new HeavyHitter("c", 2, 2)], Of(3, ["a", "b", "c", "b", "a", "b", "c"]).WithShareOf(0.01));

    [Fact]
    public void Counts_AnyStream_AreWithinTheStatedError() => Gen.Select(Rows, Gen.Int[1, 12]).Sample((rows, counters) => Holds(Of(counters, rows), rows));

    [Fact]
    public void Merge_AnyParts_KeepsTheStatedError() => Gen.Select(Rows, Rows, Rows, Gen.Int[1, 12]).Sample((a, b, c, counters) =>
    {
        HeavyHitters tail = Of(counters, b), merged = Of(counters, a);
        tail.Merge(Of(counters, c));
        merged.Merge(tail);
        return merged.State.Counts.Count <= counters && Holds(merged, [.. a, .. b, .. c]);
    });

    [Fact]
    public void Add_ManyRowsAtOnce_KeepsTheStatedError() => Gen.Select(Rows, Gen.Int[1, 12]).Sample((rows, counters) =>
    {
        HeavyHitters summary = new(counters);
        foreach (IGrouping<string, string> group in rows.GroupBy(row => row)) summary.Add(group.Key, group.Count());
        return Holds(summary, rows);
    });

    [Fact]
    public void State_ThroughJson_GoesOnAsIfNothingHappened()
    {
        HeavyHitters summary = Of(2, ["x", "y", "x", "z", "x", "y"]);
        HeavyHitters taken = HeavyHitters.From(JsonSerializer.Deserialize<HeavyHittersState>(JsonSerializer.Serialize(summary.State))!);
        summary.Add("w", 5);
        taken.Add("w", 5);
        Assert.Equal(JsonSerializer.Serialize(summary.State), JsonSerializer.Serialize(taken.State));
    }

    [Fact]
    public void Empty_HasNone() => Assert.Empty(new HeavyHitters().WithShareOf(0.1));

    [Fact]
    public void Members_Unusable_SayWhatWasFound()
    {
        HeavyHitters summary = Of(2, ["x"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new HeavyHitters(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => summary.WithShareOf(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => summary.Add("x", -1));
        Assert.StartsWith("This summary has 2 counters, the other 3", Message(() => summary.Merge(new HeavyHitters(3))), StringComparison.Ordinal);
        Assert.StartsWith("The summary was to be merged with itself", Message(() => summary.Merge(summary)), StringComparison.Ordinal);
        Assert.StartsWith("The state has 1 categories with 1 rows, undercount 4 and 1 rows in all", Message(() => HeavyHitters.From(summary.State with { Undercount = 4 })), StringComparison.Ordinal);
    }

    /// <summary>What the page promises, against counting.</summary>
    private static bool Holds(HeavyHitters summary, string[] rows)
    {
        Dictionary<string, int> truth = rows.CountBy(row => row).ToDictionary();
        Dictionary<string, HeavyHitter> found = summary.WithShareOf(double.Epsilon).ToDictionary(hitter => hitter.Value);
        return summary.Rows == rows.Length && summary.Undercount <= rows.Length / (summary.Counters + 1)
            && found.Values.All(hitter => hitter.AtLeast <= truth[hitter.Value] && truth[hitter.Value] <= hitter.AtMost)
            && truth.All(pair => found.ContainsKey(pair.Key) || pair.Value <= summary.Undercount);
    }

    private static HeavyHitters Of(int counters, string[] rows)
    {
        HeavyHitters summary = new(counters);
        foreach (string row in rows) summary.Add(row);
        return summary;
    }

    private static string Message(Action act) => Assert.Throws<ArgumentException>(act).Message;
}
