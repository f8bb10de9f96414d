using System.Text.Json;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Ingest;

public sealed class IngestStageTests : IDisposable
{
    private static readonly Table Rows = SyntheticRows.Of(1200);
    private readonly TemporaryFolder _folder = new();
    private readonly Scenario _scenario;

    public IngestStageTests() => _scenario = Small.In(_folder, SyntheticRows.Csv(Rows));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Execute_History_KeepsDatasetAndProfile()
    {
        using StageWalk walk = new(_scenario);

        StageCompleted completed = walk.Run(new IngestStage(), "ingest", new { source = (string?)null });

        Dataset dataset = DatasetParquet.Read(walk.Artifact(completed, "dataset"));
        Assert.Equal("Done", completed.Outcome);
        RowDivision division = RowDivision.Of(1, _scenario, Rows);
        int rows = Rows.Count - division.Reserve.Count;
        Assert.Equal(rows, dataset.Rows.Count);
        Assert.Equal([rows, division.Train.Count, division.Validation.Count, division.Test.Count], new[] { "rows", "trainRows", "validationRows", "testRows" }.Select(name => completed.Metrics[name]));
        Assert.Equal(completed.Outputs["dataset"].Hash.ToString(), completed.Outputs["result"].Value!.Value.GetString());
        Assert.Equal(new DatasetRegistered("small", completed.Outputs["dataset"].Hash!.Value, completed.Outputs["profile"].Hash!.Value, rows), Assert.Single(completed.Effects));
        JsonElement age = JsonDocument.Parse(walk.Artifact(completed, "profile")).RootElement.GetProperty("columns")[0];
        Assert.Equal(("age", "numeric"), (age.GetProperty("name").GetString(), age.GetProperty("kind").GetString()));
    }

    [Fact]
    public void Execute_SameSeed_GivesTheSameDatasetAndAnotherSeedAnother()
    {
        using StageWalk one = new(_scenario), two = new(_scenario), other = new(_scenario, seed: 2);

        string hash = one.Run(new IngestStage(), "ingest").Outputs["dataset"].Hash.ToString()!;

        Assert.Equal(hash, two.Run(new IngestStage(), "ingest").Outputs["dataset"].Hash.ToString());
        Assert.NotEqual(hash, other.Run(new IngestStage(), "ingest").Outputs["dataset"].Hash.ToString());
    }

    [Fact]
    public void Execute_Labelled_TakesRequestsSinceWhoseLabelsHaveArrived()
    {
        RowDivision division = RowDivision.Of(1, _scenario, Rows);
        using StageWalk walk = new(_scenario) { At = StageWalk.Start.AddDays(3).AddMinutes(500) };
        walk.Catalog.Captured.AddRange(LabelledRowsTests.Requests(division.Reserve, Rows));

        StageCompleted completed = walk.Run(new IngestStage(), "ingest", new { source = "labelled", since = "2026-01-01T00:50:00Z" });

        Dataset dataset = DatasetParquet.Read(walk.Artifact(completed, "dataset"));
        Assert.Equal(division.Reserve.Skip(50).Take(451), dataset.Rows.RowIds);
    }

    [Theory]
    [InlineData("past", null, "activity 'ingest': source is 'past'; expected one of history, labelled, all. Correct \"source\" of the activity.")]
    [InlineData("labelled", "Tuesday", "activity 'ingest': since is 'Tuesday'; expected a time such as 2026-01-14T00:00:00Z. Correct \"since\" of the activity.")]
    public void Execute_BadSetting_IsRefused(string source, string? since, string message)
    {
        using StageWalk walk = new(_scenario);

        Assert.Equal(message, Assert.Throws<StageException>(() => walk.Run(new IngestStage(), "ingest", new { source, since })).Message);
    }
}
