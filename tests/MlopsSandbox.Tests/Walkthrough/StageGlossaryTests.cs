using MlopsSandbox.Walkthrough;

namespace MlopsSandbox.Tests.Walkthrough;

public sealed class StageGlossaryTests
{
    [Theory]
    [InlineData("ingest")]
    [InlineData("prep")]
    [InlineData("train")]
    [InlineData("tune")]
    [InlineData("evaluate")]
    [InlineData("deploy")]
    [InlineData("monitor")]
    public void Names_OfEachStage_CoverThePlatformsThatPeopleKnow(string stage)
    {
        string[] platforms = [.. StageGlossary.Names(stage).Select(name => name.Platform)];

        Assert.Empty(new[] { "SageMaker", "Airflow", "MLflow", "Kubeflow", "Vertex AI" }.Except(platforms));
        Assert.Contains("SageMaker: ", StageGlossary.Elsewhere(stage), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_OfAnotherActivity_AreNone()
    {
        Assert.Empty(StageGlossary.Names("fork"));
        Assert.Null(StageGlossary.Elsewhere("fork"));
    }
}
