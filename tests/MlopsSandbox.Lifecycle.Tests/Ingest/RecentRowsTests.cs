using MlopsSandbox.Lifecycle.Ingest;

namespace MlopsSandbox.Lifecycle.Tests.Ingest;

public sealed class RecentRowsTests
{
    [Theory] // by hand: ticks every sum/n from start on, counted in the stretch of each weight
    [InlineData(new[] { 1.0, 1, 1, 1 }, 0.5, new[] { 1, 1, 1, 1 })]
    [InlineData(new[] { 1.0, 2, 1, 4 }, 0.5, new[] { 0, 1, 1, 2 })]
    [InlineData(new[] { 0.0, 0, 0, 3 }, 0.0, new[] { 0, 0, 0, 4 })]
    public void Draw_Weights_TakesEachInProportion(double[] weights, double start, int[] counts) => Assert.Equal(counts, RecentRows.Draw(weights, start));

    [Theory]
    [InlineData(0)]
    [InlineData(0.37)]
    [InlineData(0.999)]
    public void Draw_AnyStart_IsWithinOneOfItsShare(double start)
    {
        double[] weights = [.. Enumerable.Range(0, 500).Select(i => Math.Pow(2, -i / 40.0))];

        int[] counts = RecentRows.Draw(weights, start);

        Assert.Equal(500, counts.Sum());
        Assert.All(counts.Zip(weights), row => Assert.InRange(row.First - (row.Second * 500 / weights.Sum()), -1, 1));
    }

    [Fact]
    public void Drawn_OldAndNewRows_OnlyThoseToBeFittedOnChange()
    {
        Table rows = SyntheticRows.Of(1000);
        Split[] splits = [.. Enumerable.Range(0, 1000).Select(row => (Split)(row % 5 < 3 ? 0 : row % 5 - 2))];
        Dataset dataset = new(rows, splits);

        Dataset drawn = RecentRows.Drawn(dataset, [.. Enumerable.Range(0, 1000).Select(row => (999 - row) / 100.0)], halfLifeDays: 2, seed: 3);

        Assert.Equal(dataset.Part(Split.Validation, Split.Test).RowIds, drawn.Part(Split.Validation, Split.Test).RowIds);
        Assert.Equal(600, drawn.Part(Split.Train).Count);
        int Half(bool recent) => drawn.Part(Split.Train).RowIds.Count(row => row >= 500 == recent);
        Assert.InRange((double)Half(true) / Half(false), 5, 6.4);    // five days are 2.5 half-lives: 2^2.5 = 5.66
        Assert.Equal(drawn.Rows.RowIds.Order(), drawn.Rows.RowIds);
    }
}
