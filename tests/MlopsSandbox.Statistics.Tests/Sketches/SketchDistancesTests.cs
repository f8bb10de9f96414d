namespace MlopsSandbox.Statistics.Tests.Sketches;

public sealed class SketchDistancesTests
{
    [Fact]
    public void Distances_FewValues_AreExact()
    {
        (QuantileSketch a, QuantileSketch b) = (Of([1, 2, 3], 1), Of([2, 3, 4], 2));
        Assert.Equal(new BoundedDistance(KolmogorovSmirnov.Statistic([1, 2, 3], [2, 3, 4]), 0), SketchDistances.KolmogorovSmirnov(a, b));
        Assert.Equal(1, SketchDistances.Wasserstein(a, b).Value, 1e-12);
        Assert.Equal(0, SketchDistances.Wasserstein(a, b).Error);
    }

    [Fact] // 300 pairs, promised within the error but for 1 of 100
    public void Distances_ManyPairs_AreWithinTheStatedError()
    {
        (int missedKs, int missedW, int missedEnergy) = (0, 0, 0);
        for (int trial = 0; trial < 300; trial++)
        {
            SeededRandom random = new(trial);
            double[] baseline = Streams.Draw(Streams.Shapes[trial % 6], 4_000, random);
            double[] current = [.. Streams.Draw(Streams.Shapes[trial % 6], 1_500 + (10 * trial), random).Select(value => value + (trial % 4 * 0.1))];
            (QuantileSketch b, QuantileSketch c) = (Of(baseline, 2 * trial, k: 60), Of(current, (2 * trial) + 1, k: 60));
            double[] sortedBaseline = [.. baseline.Order()], sortedCurrent = [.. current.Order()];
            BoundedDistance ks = SketchDistances.KolmogorovSmirnov(b, c), w = SketchDistances.Wasserstein(b, c);
            double trueKs = KolmogorovSmirnov.Statistic(sortedBaseline, sortedCurrent), trueW = Wasserstein.DistanceSorted(sortedBaseline, sortedCurrent);
            double trueEnergy = EnergyDistance.OfSorted(sortedBaseline, sortedCurrent);
            BoundedDistance energy = SketchDistances.Energy(b, c);
            if (trueEnergy < energy.AtLeast || trueEnergy > energy.AtMost) missedEnergy++;
            if (trueKs < ks.AtLeast || trueKs > ks.AtMost) missedKs++;
            if (trueW < w.AtLeast || trueW > w.AtMost) missedW++;
            Assert.InRange(ks.Error, 0.001, 0.35);
        }

        Assert.InRange(missedKs, 0, 9);
        Assert.InRange(missedW, 0, 9);
        Assert.InRange(missedEnergy, 0, 9);
    }

    [Fact]
    public void Distances_OneRowEach_AreDefined()
    {
        Assert.Equal(new BoundedDistance(1, 0), SketchDistances.KolmogorovSmirnov(Of([1], 1), Of([4], 2)));
        Assert.Equal(new BoundedDistance(3, 0), SketchDistances.Wasserstein(Of([1], 1), Of([4], 2)));
        Assert.Equal(new BoundedDistance(0, 0), SketchDistances.Wasserstein(Of([4, 4], 1), Of([4], 2)));
    }

    [Fact]
    public void TotalVariation_AllCategoriesCounted_IsExact() =>
        Assert.Equal(new BoundedDistance(0.5, 0), SketchDistances.TotalVariation(Of(10, ("a", 2), ("b", 2)), Of(10, ("a", 1), ("c", 1))));

    [Fact] // 40 categories of Zipf's shares, 12 counters
    public void TotalVariation_MoreCategoriesThanCounters_IsWithinTheStatedErrorOfTheSameMergedRows()
    {
        for (int trial = 0; trial < 100; trial++)
        {
            SeededRandom random = new(trial);
            int[] before = Draw(random, 40), now = Draw(random, 30 + (trial % 10));
            (HeavyHitters a, HeavyHitters b) = (Summary(before), Summary(now));
            BoundedDistance distance = SketchDistances.TotalVariation(a, b);
            string[] named = [.. a.State.Counts.Keys.Intersect(b.State.Counts.Keys)];
            double[] gaps = [.. named.Select(name => (before.Count(k => $"{k}" == name) / (double)before.Length) - (now.Count(k => $"{k}" == name) / (double)now.Length))];
            Assert.InRange((gaps.Sum(Math.Abs) + Math.Abs(gaps.Sum())) / 2, distance.AtLeast, distance.AtMost);
        }

        static int[] Draw(SeededRandom random, int categories) => [.. Enumerable.Range(0, 3_000).Select(_ => (int)(categories * Math.Pow(random.NextDouble(), 3)))];

        static HeavyHitters Summary(int[] categories)
        {
            HeavyHitters summary = new(12);
            foreach (int category in categories) summary.Add($"{category}");
            return summary;
        }
    }

    [Fact]
    public void Distances_EmptySketch_SayWhichOne() => Assert.Equal(
        "The sketch is empty; expected one that has seen at least one value. (Parameter 'current')",
        Assert.Throws<ArgumentException>(() => SketchDistances.KolmogorovSmirnov(Of([1], 1), new QuantileSketch(1))).Message);

    private static HeavyHitters Of(int counters, params (string Value, int Rows)[] counts)
    {
        HeavyHitters summary = new(counters);
        foreach ((string value, int rows) in counts) summary.Add(value, rows);
        return summary;
    }

    private static QuantileSketch Of(double[] values, int seed, int k = 500)
    {
        QuantileSketch sketch = new(seed, k);
        sketch.Add(values);
        return sketch;
    }
}
