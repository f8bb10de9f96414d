using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Ingest;

public sealed class HistoryRowsTests
{
    [Fact]
    public void Of_ManyRows_FollowsTheDivisionInTheFilesOrder()
    {
        Table table = SyntheticRows.Of(400);

        Dataset dataset = HistoryRows.Of(7, Small.At("/data"), table);

        RowDivision division = RowDivision.Of(7, Small.At("/data"), table);
        Assert.Equal(division.Train, dataset.Part(Split.Train).RowIds);
        Assert.Equal(division.Validation, dataset.Part(Split.Validation).RowIds);
        Assert.Equal(division.Test, dataset.Part(Split.Test).RowIds);
        Assert.Equal(dataset.Rows.RowIds.Order(), dataset.Rows.RowIds);
        Assert.Empty(dataset.Rows.RowIds.Intersect(division.Reserve));
    }

    [Fact]
    public void Of_TwentyRows_SaysHowManyAreNeeded()
    {
        Table table = new([.. Enumerable.Range(0, 20)], [], [.. Enumerable.Range(0, 20).Select(i => i % 4 == 0)]);

        StageException problem = Assert.Throws<StageException>(() => HistoryRows.Of(1, Small.At("/data"), table));

        Assert.Equal("too-few-rows", problem.Code);
        Assert.StartsWith("/data/small.csv: of its 20 rows (5 of class 'Yes'), 2 positive and 5 negative ones are for train; expected at least 10 of each class in each of train, validation and test", problem.Message, StringComparison.Ordinal);
    }
}
