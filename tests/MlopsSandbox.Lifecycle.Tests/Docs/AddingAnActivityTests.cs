using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Tests.Ingest;
using MlopsSandbox.Lifecycle.Tests.Jobs;
using MlopsSandbox.Lifecycle.Tests.Scenarios;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Lifecycle.Tests.Docs;

/// <summary>The page on adding an activity is true.</summary>
public sealed class AddingAnActivityTests
{
    [Theory]
    [InlineData(400, "Enough")]
    [InlineData(401, "TooFew")]
    public void EnoughRows_AfterIngest_LeavesByItsCount(int least, string outcome)
    {
        using TemporaryFolder folder = new();
        using StageWalk walk = new(Small.In(folder, SyntheticRows.Csv(SyntheticRows.Of(800))));
        walk.Run(new IngestStage(), "ingest");

        StageCompleted completed = walk.Run(new EnoughRowsStage(), "enough", new { least });

        Assert.Equal((outcome, 400), (completed.Outcome, completed.Outputs["result"].Value!.Value.GetInt32()));
    }

    [Fact]
    public void EnoughRows_InADefinition_IsCheckedByItsDescriptor()
    {
        var refused = Assert.Throws<DefinitionException>(() => new Flow("checked").Box("enough", "MlopsSandbox.EnoughRows").Draw(new StageTypes([new EnoughRowsStage()])));

        Assert.Contains("least is not set; expected how many rows are enough, from 1. Set \"least\".", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_ShowsTheClassAsItIsCompiled()
    {
        string source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Docs", "EnoughRowsStage.cs")).ReplaceLineEndings("\n");
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Docs", "adding-an-activity.md")).ReplaceLineEndings("\n");

        Assert.Contains($"```csharp\n{source[source.IndexOf("public sealed class", StringComparison.Ordinal)..]}```", page, StringComparison.Ordinal);
    }
}
