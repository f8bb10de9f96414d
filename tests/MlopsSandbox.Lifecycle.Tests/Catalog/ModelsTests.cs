using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Tests.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Catalog;

public sealed class ModelsTests : IDisposable
{
    private const string Model = "telco-churn";
    private readonly TestHome _home = new();
    private readonly CatalogStore _catalog;
    private readonly string _run;

    public ModelsTests()
    {
        TestProcess process = _home.NewProcess();
        _catalog = process.Catalog;
        _run = process.StartRun(new Flow("talk").Line("say", "hello"));
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Deploy_Again_NextVersionTakesTheAlias()
    {
        Deploy(day: 0);
        Deploy(day: 5);
        IReadOnlyList<ModelVersion> versions = _catalog.Read(tx => tx.Models.All(Model));
        Assert.Equal([1, 2], versions.Select(version => version.Version));
        Assert.Empty(versions[0].Aliases);
        Assert.Equal(["champion"], versions[1].Aliases);
        Assert.Equal([1, 1, 2, 2], new[] { 0, 4, 5, 6 }.Select(ServedOn));
    }

    [Fact]
    public void Rollback_Repeated_GoesBackFurther()
    {
        for (int day = 0; day < 3; day++) Deploy(day);
        Assert.Equal(2, Rollback());
        Assert.Equal(1, Rollback());
        Assert.Equal("model 'telco-churn': found no champion before version 1; expected an earlier one to go back to. Promote a version instead.",
            Assert.Throws<ModelException>(() => Rollback()).Message);
        Assert.Equal(1, ServedOn(2));
    }

    [Fact]
    public void Rollback_AfterAPromotion_TakesThatBack()
    {
        for (int day = 0; day < 3; day++) Deploy(day);
        Assert.Equal(1, _catalog.Write(tx => tx.Models.Promote(Model, 1, "the old one was better")).Version);
        Assert.Equal(3, Rollback());
        AliasChange last = _catalog.Read(tx => tx.Models.History(Model))[^1];
        Assert.Equal((3, AliasChangeKind.Rollback, "worse", (string?)null), (last.Version, last.Kind, last.Reason, last.RunId));
    }

    [Fact]
    public void Promote_NoSimulatedTimeGiven_ServesFromTheNewestThatTheEndpointHasSeen()
    {
        Deploy(day: 0);
        Deploy(day: 5);
        _catalog.Write(tx => tx.Requests.Add(Model, [RequestsTests.Request(0, TestProcess.Start.AddDays(8), label: 1, TestProcess.Start.AddDays(11))]));
        _catalog.Write(tx => tx.Models.Promote(Model, 1, "because"));
        Assert.Equal([2, 1], new[] { 7, 8 }.Select(ServedOn));
    }

    [Fact]
    public void Promote_NoSuchVersion_SaysWhichThereAre()
    {
        Deploy(day: 0);
        Assert.Equal("model 'telco-churn' has no version 4; expected one of 1.",
            Assert.Throws<ModelException>(() => _catalog.Write(tx => tx.Models.Promote(Model, 4, "why not"))).Message);
        Assert.Equal("there is no model 'phone'; expected one of: telco-churn.",
            Assert.Throws<ModelException>(() => _catalog.Write(tx => tx.Models.Rollback("phone", "why not"))).Message);
        Assert.Single(_catalog.Read(tx => tx.Models.History(Model)));
    }

    private void Deploy(int day) => _catalog.Write(tx => tx.Models.Deploy(
        new ModelDeployed(
            Model, ContentHash.Of([(byte)day]), null, new Dictionary<string, double>(), JsonSerializer.SerializeToElement(new { }), Models.Champion,
            TestProcess.Start.AddDays(day)),
        _run, traceParent: null));

    private int Rollback() => _catalog.Write(tx => tx.Models.Rollback(Model, "worse")).Version;

    private int ServedOn(int day) => _catalog.Read(tx => tx.Deployments.At(Model, TestProcess.Start.AddDays(day)))!.Version;
}
