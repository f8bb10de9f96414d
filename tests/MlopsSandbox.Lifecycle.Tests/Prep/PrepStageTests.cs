using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Prep;
using MlopsSandbox.Lifecycle.Tests.Ingest;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Prep;

public sealed class PrepStageTests
{
    [Fact]
    public void Execute_AfterIngest_KeepsTableAndRecipe()
    {
        using TemporaryFolder folder = new();
        using StageWalk walk = new(Small.In(folder, SyntheticRows.Csv(SyntheticRows.Of(800))));
        Dataset dataset = DatasetParquet.Read(walk.Artifact(walk.Run(new IngestStage(), "ingest"), "dataset"));

        StageCompleted completed = walk.Run(new PrepStage(), "prep");

        PreparedTable prepared = PreparedParquet.Read(walk.Artifact(completed, "prepared"));
        (Recipe recipe, PreparedTable expected) = PreparedTable.Of(dataset);
        Assert.Equal(expected.SlotNames, prepared.SlotNames);
        Assert.Equal(expected.Vectors, prepared.Vectors);
        Assert.Equal(expected.RowIds, prepared.RowIds);
        Assert.Equal(expected.Labels, prepared.Labels);
        Assert.Equal(expected.Splits, prepared.Splits);
        Assert.Equal(recipe.ToJson(), walk.Artifact(completed, "recipe"));
        Assert.Equal([400.0, 2, 5, 0], new[] { "rows", "features", "slots", "droppedFeatures" }.Select(name => completed.Metrics[name]));
    }

    [Fact]
    public void Execute_NothingBefore_SaysWhatIsMissing()
    {
        using StageWalk walk = new(Small.At("/data"));

        Assert.Equal(
            "activity 'prep': no activity on its incoming paths made a dataset; expected one. Put MlopsSandbox.Ingest before it in the workflow.",
            Assert.Throws<StageException>(() => walk.Run(new PrepStage(), "prep")).Message);
    }
}
