using System.Text.Json;
using CsCheck;

namespace MlopsSandbox.Statistics.Tests.Sketches;

public sealed class QuantileSketchTests
{
    [Fact] // of 3·k values, Σ k·(2/3)^i; twelve levels of a thousand each would be more than twice as much
    public void Add_TwiceAsManyValuesAgainAndAgain_NeedsNoMoreRoom()
    {
        QuantileSketch sketch = new(seed: 1, k: 1_000);
        SeededRandom random = new(1);
        for (int rows = 0; rows < 2_000_000; rows++)
        {
            sketch.Add(random.NextDouble());
            if (rows % 10_000 == 0) Assert.InRange(sketch.Room, 0, 7_500);
        }
    }

    [Fact]
    public void Rank_FewValues_IsExact()
    {
        QuantileSketch sketch = Of([5, 1, 4, 1, 3], seed: 1);
        Assert.Equal(0.4, sketch.Rank(1));
        Assert.Equal(0.6, sketch.Rank(3.5));
        Assert.Equal(1, sketch.Rank(5));
        Assert.Equal([1, 1, 3, 4, 5], new[] { 0, 0.4, 0.5, 0.8, 1 }.Select(sketch.Quantile));
        Assert.Equal(0, sketch.UniformError());
    }

    [Fact] // 360 sketches: all ranks at once are within the stated error but for 1 of 100; 11 misses have a probability below 0.1 %
    public void UniformError_ManyStreams_HoldsForAllRanks()
    {
        int misses = 0;
        double closest = 0;
        for (int trial = 0; trial < 360; trial++)
        {
            double[] values = Streams.Draw(Streams.Shapes[trial % 6], 2_000 + (trial * 10), new SeededRandom(trial));
            QuantileSketch sketch = Of(values, seed: trial, k: 40);
            double error = Streams.LargestRankError(sketch, values);
            closest = Math.Max(closest, error / sketch.UniformError());
            if (error > sketch.UniformError()) misses++;
        }

        Assert.InRange(misses, 0, 10);
        Assert.InRange(closest, 0.2, double.PositiveInfinity); // the bound is no idle one
    }

    [Fact] // the rank of one value, chosen beforehand, over 1,000 seeds: at a risk of 10 % at most 100 misses are promised, standard deviation 9.5
    public void RankError_ManySeeds_HoldsWithItsRisk()
    {
        double[] values = Streams.Draw("saw", 5_000, new SeededRandom(1));
        double truth = values.Count(value => value <= 1_500) / 5_000.0;
        QuantileSketch[] sketches = [.. Enumerable.Range(0, 1_000).Select(seed => Of(values, seed, k: 30))];
        Assert.InRange(sketches.Count(sketch => Math.Abs(sketch.Rank(1_500) - truth) > sketch.RankError(0.1)), 0, 128);
        Assert.Equal(truth, sketches.Average(sketch => sketch.Rank(1_500)), tolerance: 4 * sketches[0].RankError(0.32) / Math.Sqrt(1_000));
    }

    [Fact]
    public void Default_AMillionValues_KeepsWhatItsPageSays()
    {
        double[] values = Streams.Draw("normal", 1_000_000, new SeededRandom(5));
        QuantileSketch sketch = Of(values, seed: 5);
        Assert.InRange(sketch.Stored, 1, 1_600);
        Assert.InRange(sketch.RankError(), 0.002, 0.006);
        Assert.InRange(sketch.UniformError(), 0.004, 0.012);
        Assert.InRange(Streams.LargestRankError(sketch, values), 0, sketch.UniformError());
        Assert.Equal((values.Min(), values.Max()), (sketch.Quantile(0), sketch.Quantile(1)));
    }

    [Fact] // parts of any sizes, merged in order or as a tree, keep all ranks within the stated error
    public void Merge_ManyParts_IsAsGoodAsOneThatHasSeenAll()
    {
        int misses = 0;
        for (int trial = 0; trial < 200; trial++)
        {
            SeededRandom random = new(trial);
            double[] values = Streams.Draw(Streams.Shapes[trial % 6], 6_000, random);
            Queue<QuantileSketch> parts = new();
            for (int start = 0; start < values.Length;)
            {
                int rows = Math.Min(values.Length - start, 1 + random.NextInt(1_500));
                parts.Enqueue(Of(values[start..(start + rows)], seed: start, k: 50));
                start += rows;
            }

            while (parts.Count > 1)
            {
                QuantileSketch first = parts.Dequeue();
                first.Merge(parts.Dequeue());
                if (trial % 2 == 0 || parts.Count == 0) parts.Enqueue(first);
                else parts = new Queue<QuantileSketch>([first, .. parts]);
            }

            QuantileSketch merged = parts.Dequeue();
            Assert.Equal((6_000, values.Min(), values.Max()), (merged.Count, merged.Lowest, merged.Highest));
            Assert.InRange(merged.UniformError(), 0, 1.6 * Of(values, seed: trial, k: 50).UniformError());
            if (Streams.LargestRankError(merged, values) > merged.UniformError()) misses++;
        }

        Assert.InRange(misses, 0, 8);
    }

    [Fact] // errors in rows, squared, add up: a sketch of one row has none of its own
    public void Merge_IntoASketchOfOneRow_CarriesTheErrorsOver()
    {
        QuantileSketch many = Of(Streams.Draw("normal", 20_000, new SeededRandom(3)), seed: 1, k: 100), one = Of([0], seed: 2, k: 100);
        one.Merge(many);
        Assert.InRange(one.RankError() * one.Count, many.RankError() * many.Count * (1 - 1e-12), many.RankError() * many.Count * 1.5);
        Assert.InRange(one.UniformError(), many.UniformError() * 0.99, many.UniformError() * 1.5);
    }

    [Fact]
    public void Weighted_AnyStreamsMerged_StandForAllRows() =>
        Gen.Select(Gen.Double[-1e9, 1e9].Array[0, 3_000], Gen.Double[-1, 1].Array[0, 3_000], Gen.Int[8, 60]).Sample((a, b, k) =>
        {
            QuantileSketch sketch = Of(a, seed: 3, k);
            sketch.Merge(Of(b, seed: 4, k));
            return sketch.Weighted().Weights.Sum() == a.Length + b.Length && sketch.Count == a.Length + b.Length;
        }, iter: 300);

    [Fact]
    public void State_ThroughJson_GoesOnAsIfNothingHappened()
    {
        double[] values = Streams.Draw("outliers", 20_000, new SeededRandom(9));
        QuantileSketch straight = Of(values, seed: 7, k: 60), first = Of(values[..9_000], seed: 7, k: 60);
        QuantileSketch taken = QuantileSketch.From(JsonSerializer.Deserialize<QuantileSketchState>(JsonSerializer.Serialize(first.State))!);
        taken.Add(values.AsSpan(9_000));
        Assert.Equal(JsonSerializer.Serialize(straight.State), JsonSerializer.Serialize(taken.State));
    }

    [Fact]
    public void Seed_DecidesTheSketch()
    {
        double[] values = Streams.Draw("normal", 5_000, new SeededRandom(1));
        Assert.Equal(JsonSerializer.Serialize(Of(values, 1).State), JsonSerializer.Serialize(Of(values, 1).State));
        Assert.NotEqual(Of(values, 1).Weighted().Values, Of(values, 2).Weighted().Values);
    }

    [Fact]
    public void Empty_HasNoQuantilesAndAState()
    {
        QuantileSketch empty = QuantileSketch.From(JsonSerializer.Deserialize<QuantileSketchState>(JsonSerializer.Serialize(new QuantileSketch(1).State))!);
        Assert.True(double.IsNaN(empty.Quantile(0.5)) && double.IsNaN(empty.Rank(1)) && double.IsNaN(empty.Lowest));
        Assert.Equal(0, empty.UniformError());
        empty.Merge(Of([2], seed: 2));
        Assert.Equal((1, 2.0, 2.0), (empty.Count, empty.Quantile(0.5), empty.Lowest));
    }

    [Fact]
    public void Constant_HasOneQuantile()
    {
        QuantileSketch sketch = Of([.. Enumerable.Repeat(4.5, 10_000)], seed: 1, k: 20);
        Assert.Equal((4.5, 1.0, 0.0), (sketch.Quantile(0.3), sketch.Rank(4.5), sketch.Rank(4.4)));
    }

    [Fact]
    public void Members_Unusable_SayWhatWasFound()
    {
        QuantileSketch sketch = Of([1, 2], seed: 1);
        Assert.StartsWith("The value is NaN; expected a finite number.", Message(() => sketch.Add(double.NaN)), StringComparison.Ordinal);
        Assert.StartsWith("This sketch has a k of 500, the other of 50; expected the same.", Message(() => sketch.Merge(new QuantileSketch(1, 50))), StringComparison.Ordinal);
        Assert.StartsWith("The sketch was to be merged with itself", Message(() => sketch.Merge(sketch)), StringComparison.Ordinal);
        Assert.StartsWith("The sketch's values stand for 2 rows, its count is 3", Message(() => QuantileSketch.From(sketch.State with { Count = 3 })), StringComparison.Ordinal);
        Assert.StartsWith("The sketch of 2 rows goes from 3 to 2;", Message(() => QuantileSketch.From(sketch.State with { Lowest = 3 })), StringComparison.Ordinal);
        Assert.StartsWith("The sketch has a value outside of 1 to 1.5", Message(() => QuantileSketch.From(sketch.State with { Highest = 1.5 })), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuantileSketch(1, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => sketch.Quantile(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(Streams.Draw("sorted", 5_000, new SeededRandom(1)), 1).UniformError(0));
    }

    private static QuantileSketch Of(double[] values, int seed, int k = 500)
    {
        QuantileSketch sketch = new(seed, k);
        sketch.Add(values);
        return sketch;
    }

    private static string Message(Action act) => Assert.Throws<ArgumentException>(act).Message;
}
