using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Tests.Jobs;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Catalog;

public sealed class ModelPageTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Groups = ["telco-churn", "telco_churn", "Riders", "phone"];
    private static readonly string[] Aliases = ["champion", "challenger", "shadow"];
    private static readonly string[] Texts = ["", "CHURN", "_", "chall", "riders", "nothing"];
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Start);
    private readonly CatalogStore _catalog;

    public ModelPageTests()
    {
        _catalog = CatalogStore.Open(_folder.Path, _time);
        _catalog.Write(tx =>
        {
            var definition = new Flow("talk").Line("say", "hello").Draw(new StageTypes([]));
            tx.Definitions.Keep(definition);
            foreach (string id in new[] { "lifecycle-0001", "lifecycle-0002" }) tx.Runs.Add(SomeRun.Of(id, definition.ContentHash, Start), parentExecutionId: null, ParentWait.None);
        });
    }

    public void Dispose()
    {
        _catalog.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Page_NothingAsked_TheNewestFirstWithTheirAliases()
    {
        for (int i = 0; i < 3; i++) Deploy("telco-churn", "champion", auc: 0.8);

        ModelPage page = Page(new ModelQuery());

        Assert.Equal([3, 2, 1], page.Versions.Select(version => version.Version));
        Assert.Equal(["champion"], page.Versions[0].Aliases);
        Assert.Empty(page.Versions[1].Aliases);
        Assert.Equal(3, page.Total);
    }

    [Theory]
    [InlineData(true, "2 1 3 4")]
    [InlineData(false, "1 2 3 4")]
    public void Page_ByAMetric_VersionsWithoutItComeLast(bool descending, string versions)
    {
        Deploy("phone", "champion", auc: 0.7);
        Deploy("phone", "champion", auc: 0.9);
        Deploy("phone", "champion", auc: double.NaN);
        Deploy("phone", "champion", auc: null);

        ModelPage page = Page(new ModelQuery { Sort = ModelSort.Metric, Metric = "auc", Descending = descending });

        Assert.Equal(versions.Split(' ').Take(2), page.Versions.Take(2).Select(version => $"{version.Version}"));
        Assert.Equal([3, 4], page.Versions.Skip(2).Select(version => version.Version).Order());
        Assert.Equal(4, page.Total);
    }

    [Fact]
    public void Page_AnyQuery_IsWhatANaiveFilterOfAllVersionsGives()
    {
        Fill(new Random(1), count: 120);
        IReadOnlyList<ModelVersion> all = _catalog.Read(tx => tx.Models.All());

        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            ModelQuery query = Query(new Random(seed));
            ModelVersion[] expected = [.. Naive(all, query)];
            ModelPage page = Page(query);
            Assert.Equal(expected.Length, page.Total);
            Assert.Equal(Keys(expected.Skip(query.Skip).Take(query.Take)), Keys(page.Versions));
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void Page_BeyondTheEnd_IsEmptyAndKnowsTheTotal()
    {
        Deploy("phone", "champion", auc: 0.7);
        Assert.Equal((0, 1), Page(new ModelQuery { Skip = 10 }) is var page ? (page.Versions.Count, page.Total) : default);
        Assert.Equal((0, 1), Page(new ModelQuery { Skip = 10, Sort = ModelSort.Metric, Metric = "auc" }) is var measured ? (measured.Versions.Count, measured.Total) : default);
    }

    [Fact]
    public void Page_MetricWithoutItsSort_SaysWhatIsExpected()
    {
        Assert.Equal("metric is not given; expected the name of the metric to sort by, such as auc.",
            Assert.Throws<ArgumentException>(() => Page(new ModelQuery { Sort = ModelSort.Metric })).Message);
        Assert.Equal("metric is 'auc' but sort is not metric; expected both or neither. Sort by metric.",
            Assert.Throws<ArgumentException>(() => Page(new ModelQuery { Metric = "auc" })).Message);
    }

    [Fact]
    public void Groups_OfSomeVersions_TellTheirNumberChampionAndNewest()
    {
        Deploy("phone", "champion", auc: 0.7);
        _time.Advance(TimeSpan.FromHours(1));
        Deploy("riders", "challenger", auc: 0.7);
        _time.Advance(TimeSpan.FromHours(1));
        Deploy("phone", "challenger", auc: 0.7);

        ModelGroupPage page = _catalog.Read(tx => tx.Models.Groups(new ModelGroupQuery()));

        Assert.Equal([new ModelGroup("phone", 2, 1, 2, Start.AddHours(2)), new ModelGroup("riders", 1, null, 1, Start.AddHours(1))], page.Groups);
        Assert.Equal(2, page.Total);
    }

    [Fact]
    public void Groups_OfALongList_ArePagedSortedAndFound()
    {
        foreach (string group in Groups) Deploy(group, "champion", auc: 0.5);
        Deploy("phone", "champion", auc: 0.5);

        Assert.Equal(["Riders", "phone"], Names(new ModelGroupQuery { Sort = ModelGroupSort.Model, Descending = false, Take = 2 }));
        Assert.Equal(["phone"], Names(new ModelGroupQuery { Sort = ModelGroupSort.Versions, Take = 1 }));
        Assert.Equal(["telco_churn"], Names(new ModelGroupQuery { Text = "O_C" }));
        Assert.Empty(Names(new ModelGroupQuery { Skip = 4 }));
    }

    private string[] Names(ModelGroupQuery query) => [.. _catalog.Read(tx => tx.Models.Groups(query)).Groups.Select(group => group.Model)];

    private ModelPage Page(ModelQuery query) => _catalog.Read(tx => tx.Models.Page(query));

    private static IEnumerable<(string, int)> Keys(IEnumerable<ModelVersion> versions) => versions.Select(version => (version.Model, version.Version));

    private static ModelQuery Query(Random random)
    {
        ModelSort sort = (ModelSort)random.Next(4);
        return new()
        {
            Model = random.Next(3) == 0 ? Groups[random.Next(4)] : null,
            Alias = random.Next(4) == 0 ? Aliases[random.Next(3)] : null,
            Approval = random.Next(4) == 0 ? random.Next(2) == 0 ? "approved" : "rejected" : null,
            RunId = random.Next(4) == 0 ? "lifecycle-0002" : null,
            Text = Texts[random.Next(Texts.Length)],
            Sort = sort,
            Metric = sort == ModelSort.Metric ? random.Next(2) == 0 ? "auc" : "f1" : null,
            Descending = random.Next(2) == 0,
            Skip = random.Next(40),
            Take = random.Next(1, 60),
        };
    }

    private static IEnumerable<ModelVersion> Naive(IReadOnlyList<ModelVersion> all, ModelQuery query)
    {
        ModelVersion[] chosen = [.. all.Where(version =>
            (query.Model is null || version.Model == query.Model)
            && (query.Alias is null || version.Aliases.Contains(query.Alias))
            && (query.Approval is null || version.Approval == query.Approval)
            && (query.RunId is null || version.RunId == query.RunId)
            && version.Aliases.Append(version.Model).Any(word => word.Contains(query.Text!, StringComparison.OrdinalIgnoreCase)))];
        IEnumerable<ModelVersion> measured = chosen.Where(version => query.Metric is null || double.IsFinite(version.Metrics.GetValueOrDefault(query.Metric, double.NaN)));
        IOrderedEnumerable<ModelVersion> sorted = query.Sort switch
        {
            ModelSort.Created => measured.OrderBy(version => version.CreatedAt),
            ModelSort.Version => measured.OrderBy(version => version.Version),
            ModelSort.Metric => measured.OrderBy(version => version.Metrics[query.Metric!]),
            _ => measured.OrderBy(_ => 0),
        };
        return Directed(sorted.ThenBy(version => version.Model, StringComparer.Ordinal).ThenBy(version => version.Version), query.Descending)
            .Concat(Directed(chosen.Except(measured).OrderBy(version => version.Model, StringComparer.Ordinal).ThenBy(version => version.Version), query.Descending));
    }

    private static IEnumerable<ModelVersion> Directed(IEnumerable<ModelVersion> ascending, bool descending) => descending ? ascending.Reverse() : ascending;

    private void Fill(Random random, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (random.Next(3) == 0) _time.Advance(TimeSpan.FromMinutes(1));
            double? auc = random.Next(4) switch { 0 => null, 1 => double.NaN, _ => random.Next(5) / 4.0 };
            Deploy(Groups[random.Next(4)], Aliases[random.Next(3)], auc, $"lifecycle-000{random.Next(1, 3)}");
        }
    }

    private void Deploy(string model, string alias, double? auc, string run = "lifecycle-0001")
    {
        Dictionary<string, double> metrics = auc is { } value ? new() { ["auc"] = value, ["accuracy"] = 0.5 } : new() { ["f1"] = 0.25 };
        _catalog.Write(tx => tx.Models.Deploy(
            new ModelDeployed(model, ContentHash.Of([1]), null, metrics, JsonSerializer.SerializeToElement(new { }), alias, Start), run, traceParent: null));
    }
}
