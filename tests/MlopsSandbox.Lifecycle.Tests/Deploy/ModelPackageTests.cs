using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Ingest;
using MlopsSandbox.Lifecycle.Tests.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Train;
using MlopsSandbox.Lifecycle.Train;

namespace MlopsSandbox.Lifecycle.Tests.Deploy;

public sealed class ModelPackageTests
{
    private static readonly Dataset Dataset = SyntheticRows.Dataset(600);
    private static readonly byte[] Bytes = CandidateFit.Run(Trainers.Of("lightgbm").Defaults(), seed: 1, CandidateFitTests.Data(Dataset)).Package;

    [Fact]
    public async Task Score_ManyThreadsAtOnce_GivesTheScoresOfOne()
    {
        ModelPackage package = ModelPackage.Load(Bytes);
        double[] expected = ModelPackage.Load(Bytes).Score(Dataset.Rows);

        double[][] scored = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => package.Score(Dataset.Rows))));

        Assert.All(scored, scores => Assert.Equal(expected, scores));
    }

    [Fact]
    public void Score_OneRowAtATime_GivesTheScoresOfAll()
    {
        ModelPackage package = ModelPackage.Load(Bytes);
        double[] all = package.Score(Dataset.Rows);

        Assert.Equal(all[..20], Enumerable.Range(0, 20).Select(row => package.Score(Dataset.Rows.Take([row]))[0]));
        Assert.Empty(package.Score(Dataset.Rows.Take([])));
    }

    [Fact]
    public void Score_MissingAndUnknownValues_AreAnswered()
    {
        Table strange = new([0], [new NumericColumn("age", [double.NaN]), new CategoricalColumn("plan", ["platinum"])], [false]);

        Assert.InRange(ModelPackage.Load(Bytes).Score(strange)[0], 0, 1);
    }

    [Fact]
    public void Score_NoColumn_NamesIt() => Assert.Equal(
        "The table has no column 'plan'; it has age.",
        Assert.Throws<KeyNotFoundException>(() => ModelPackage.Load(Bytes).Score(new Table([0], [new NumericColumn("age", [3])], [false]))).Message);

    [Fact]
    public void Load_Package_TellsItsSignature()
    {
        ModelSignature signature = ModelPackage.Load(Bytes).Signature;

        Assert.Equal([new Feature("age", FeatureKind.Numeric), new Feature("plan", FeatureKind.Categorical)], signature.Inputs);
        Assert.Equal(("churn", "Yes", "lightgbm"), (signature.Label, signature.Positive, signature.Trainer));
        Assert.Equal("categorical", signature.ToJson().GetProperty("inputs")[1].GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("not a zip")]
    [InlineData("")]
    public void Load_OtherBytes_SaysWhatWasExpected(string content) => Assert.EndsWith(
        "Expected a zip with fit.json, model.zip, recipe.json and signature.json, as the stage train makes it.",
        Assert.Throws<FormatException>(() => ModelPackage.Load(System.Text.Encoding.UTF8.GetBytes(content))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Get_SameHash_LoadsOnce()
    {
        using TemporaryFolder folder = new();
        ArtifactStore artifacts = new(folder.Path);
        ContentHash hash = artifacts.Put(Bytes);
        ModelCache cache = new(artifacts);

        Assert.Same(cache.Get(hash), cache.Get(hash));
        Assert.ThrowsAny<IOException>(() => cache.Get(ContentHash.Of("another"u8)));
    }

    [Fact]    // printf '2\n10\n' | sha256sum
    public void RowIdDigest_AnyOrder_IsTheDigestOfTheSortedLines() => Assert.Equal("sha256:84fa61ffd2392fe852a5dc8cd5a7cc37bad6b57d7f12de37ecbd042bf75ac746", RowIdDigest.Of([10, 2]));
}
