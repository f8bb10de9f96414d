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

    [Fact]
    public void LastChanges_ByHand_SayWhoAndWhyTheNewestFirst()
    {
        for (int day = 0; day < 3; day++) Deploy(day);

        _catalog.Write(tx => tx.Models.Promote(Model, 1, "the old one was better", by: "anna"));

        Assert.Equal([(1, "the old one was better", "anna"), (3, $"deployed by {_run}", null)],
            _catalog.Read(tx => tx.Models.LastChanges(Model, most: 2)).Select(change => (change.Version, change.Reason, change.By)));
    }

    [Fact]
    public void ChampionBefore_IsWhatARollbackWouldServe()
    {
        Deploy(day: 0);
        Assert.Null(_catalog.Read(tx => tx.Models.ChampionBefore(Model)));

        Deploy(day: 1);

        Assert.Equal(1, _catalog.Read(tx => tx.Models.ChampionBefore(Model)));
        Assert.Equal(1, Rollback());
    }

    [Fact]
    public void RangeOf_NamesTheVersionsAtBothEnds()
    {
        foreach ((int day, double auc) in new[] { 0.8, 0.6, 0.7, 0.8 }.Index()) Deploy(day, auc);

        Assert.Equal(new MetricRange("auc", 0.6, 2, 0.8, 4), _catalog.Read(tx => tx.Models.RangeOf(Model, "auc")));
        Assert.Null(_catalog.Read(tx => tx.Models.RangeOf(Model, "mae")));
    }

    [Fact]
    public void Group_UnknownName_SaysWhichThereAre()
    {
        Deploy(day: 0);

        Assert.Equal((1, 1), _catalog.Read(tx => tx.Models.Group(Model)) is var group ? (group.Versions, group.Champion!.Value) : default);
        Assert.Equal("there is no model 'phone'; expected one of: telco-churn.", Assert.Throws<ModelException>(() => _catalog.Read(tx => tx.Models.Group("phone"))).Message);
    }

    [Fact]
    public void DeploymentsOf_AVersion_AreTheTimesThatItCameToServe()
    {
        Deploy(day: 0);
        Deploy(day: 5);
        Rollback();

        Assert.Equal([0, 5], _catalog.Read(tx => tx.Deployments.Of(Model, 1)).Select(deployment => (deployment.EffectiveAt - TestProcess.Start).Days));
    }

    private void Deploy(int day, double? auc = null) => _catalog.Write(tx => tx.Models.Deploy(
        new ModelDeployed(
            Model, ContentHash.Of([(byte)day]), null, auc is { } reached ? new Dictionary<string, double> { ["auc"] = reached } : [], JsonSerializer.SerializeToElement(new { }), Models.Champion,
            TestProcess.Start.AddDays(day)),
        _run, traceParent: null));

    private int Rollback() => _catalog.Write(tx => tx.Models.Rollback(Model, "worse")).Version;

    private int ServedOn(int day) => _catalog.Read(tx => tx.Deployments.At(Model, TestProcess.Start.AddDays(day)))!.Version;
}
