namespace MlopsSandbox.Statistics.Tests.Thresholds;

public sealed class ReferenceChunksTests
{
    [Fact]
    public void Scores_AReference_AreThoseOfDisjointChunksEachAgainstAllOtherRows()
    {
        int[] reference = [50, 30, 25], total = new int[3];

        double[] scores = ReferenceChunks.Scores(reference, 20, (outside, inside) =>
        {
            Assert.Equal((85, 20), (outside.Sum(), inside.Sum()));
            Assert.Equal(reference, outside.Zip(inside, (o, i) => o + i));
            for (int bin = 0; bin < 3; bin++) total[bin] += inside[bin];
            return inside[0];
        }, new SeededRandom(1));

        Assert.Equal(5, scores.Length);
        Assert.Equal(scores.Sum(), total[0]);
        Assert.Equal(100, total.Sum());    // five rows are left over
        Assert.All(total.Zip(reference), pair => Assert.InRange(pair.First, 0, pair.Second));
    }

    [Theory]
    [InlineData(10, 10, 0)]
    [InlineData(10, 11, 0)]
    [InlineData(10, 5, 2)]
    [InlineData(10, 1, 10)]
    public void Scores_AsManyWholeChunksAsThereAre(int rows, int chunkRows, int expected) =>
        Assert.Equal(expected, ReferenceChunks.Scores([rows], chunkRows, (_, _) => 0, new SeededRandom(1)).Length);

    [Fact]
    public void Scores_WhatCannotBe_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ReferenceChunks.Scores([5], 0, (_, _) => 0, new SeededRandom(1)));
        Assert.Throws<ArgumentException>(() => ReferenceChunks.Scores([5, -1], 2, (_, _) => 0, new SeededRandom(1)));
    }
}
