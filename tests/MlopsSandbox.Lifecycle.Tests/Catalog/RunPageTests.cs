using CsCheck;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Tests.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Catalog;

public sealed class RunPageTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Workflows = ["lifecycle", "monitor", "Retrain_100%"];
    private static readonly string?[] Scenarios = ["telco-churn", "transit-ridership", null];
    private static readonly string[] Tags = ["baseline", "Nightly", "a_b"];
    private static readonly string[] Texts = ["", "LIFE", "_", "%", "nightly", "0003", "churn", "nothing"];
    private readonly TestHome _home = new();
    private readonly CatalogStore _catalog;

    public RunPageTests() => _catalog = _home.NewProcess().Catalog;

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Page_NothingAsked_TheNewestFirstWithTheirStagesAndTags()
    {
        Fill(seed: 1, count: 60);

        RunPage page = Page(new RunQuery());

        Assert.Equal(60, page.Total);
        Assert.Equal(Known().Reverse().Take(50).Select(run => run.Id), page.Runs.Select(run => run.Id));
        RunRow shown = page.Runs[0];
        Assert.Equal((1, "train"), (shown.Stages.Count, shown.Stages[0].Stage));
        Assert.Equal(Known()[^1].Tags, shown.Tags);
        Assert.Null(shown.Journal);
    }

    [Fact]
    public void Page_AnyQuery_IsWhatANaiveFilterOfAllRunsGives()
    {
        Fill(seed: 2, count: 120);
        IReadOnlyList<RunRow> all = Known();

        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            RunQuery query = Query(new Random(seed));
            RunRow[] expected = [.. Naive(all, query)];
            RunPage page = Page(query);
            Assert.Equal(expected.Length, page.Total);
            Assert.Equal(expected.Skip(query.Skip).Take(query.Take).Select(run => run.Id), page.Runs.Select(run => run.Id));
        }, iter: 300, threads: 1);
    }

    [Theory]
    [InlineData(RunSort.Status, true)]
    [InlineData(RunSort.Workflow, false)]
    [InlineData(RunSort.Ended, true)]
    public void Page_OneAfterTheOther_ShowEachRunOnceThoughManyAreEqual(RunSort sort, bool descending)
    {
        Fill(seed: 3, count: 70);

        string[] ids = [.. Enumerable.Range(0, 8).SelectMany(page => Page(new RunQuery { Sort = sort, Descending = descending, Skip = page * 10, Take = 10 }).Runs).Select(run => run.Id)];

        Assert.Equal(70, ids.Length);
        Assert.Equal(70, ids.Distinct().Count());
    }

    [Fact]
    public void Page_BeyondTheEnd_IsEmptyAndKnowsTheTotal()
    {
        Fill(seed: 4, count: 5);
        RunPage page = Page(new RunQuery { Skip = 1_000_000 });
        Assert.Empty(page.Runs);
        Assert.Equal(5, page.Total);
    }

    [Fact]
    public void Page_PlaceThatIsNone_SaysWhatIsExpected()
    {
        Assert.Equal("skip is -1; expected a whole number from 0, such as 50.\ntake is 1001; expected 1 to 1000 rows, such as 50.",
            Assert.Throws<ArgumentException>(() => Page(new RunQuery { Skip = -1, Take = 1_001 })).Message);
    }

    [Fact]
    public void Counts_OfAllWays_AddUpToTheRuns()
    {
        Fill(seed: 5, count: 40);
        IReadOnlyDictionary<RunStatus, int> counts = _catalog.Read(tx => tx.Runs.Counts());
        Assert.Equal(Enum.GetValues<RunStatus>().Select(status => (status, Known().Count(run => run.Status == status))), counts.Select(one => (one.Key, one.Value)));
    }

    [Fact]
    public void Menus_OfSomeRuns_AreWhatTheyHave()
    {
        Fill(seed: 6, count: 60);
        RunMenus menus = _catalog.Read(tx => tx.Runs.Menus());
        Assert.Equal(Workflows.Order(StringComparer.Ordinal), menus.Workflows);
        Assert.Equal(["telco-churn", "transit-ridership"], menus.Scenarios);
        Assert.Equal(Tags.Order(StringComparer.Ordinal), menus.Tags);
    }

    private RunPage Page(RunQuery query) => _catalog.Read(tx => tx.Runs.Page(query));

    private IReadOnlyList<RunRow> Known() => _catalog.Read(tx => tx.Runs.All());

    private static RunQuery Query(Random random) => new()
    {
        Workflow = random.Next(3) == 0 ? Workflows[random.Next(3)] : null,
        Scenario = random.Next(4) == 0 ? "telco-churn" : null,
        Statuses = random.Next(3) == 0 ? [(RunStatus)random.Next(7), (RunStatus)random.Next(7)] : [],
        CauseKind = random.Next(5) == 0 ? "drift" : null,
        Tags = random.Next(3) == 0 ? [Tags[random.Next(3)], Tags[random.Next(3)]] : [],
        Text = Texts[random.Next(Texts.Length)],
        StartedFrom = random.Next(4) == 0 ? Start.AddHours(random.Next(60)) : null,
        StartedTo = random.Next(4) == 0 ? Start.AddHours(random.Next(30, 60)) : null,
        Sort = (RunSort)random.Next(6),
        Descending = random.Next(2) == 0,
        Skip = random.Next(30),
        Take = random.Next(1, 40),
    };

    private static IEnumerable<RunRow> Naive(IReadOnlyList<RunRow> all, RunQuery query)
    {
        IEnumerable<RunRow> chosen = all.Where(run =>
            (query.Workflow is null || run.Workflow == query.Workflow)
            && (query.Scenario is null || run.Scenario == query.Scenario)
            && (query.Statuses.Count == 0 || query.Statuses.Contains(run.Status))
            && (query.CauseKind is null || run.Cause.Kind == query.CauseKind)
            && query.Tags.All(run.Tags.Contains)
            && !(run.StartedAt < query.StartedFrom) && !(run.StartedAt >= query.StartedTo)
            && new[] { run.Id, run.Workflow, run.Scenario ?? "" }.Concat(run.Tags).Any(word => word.Contains(query.Text!, StringComparison.OrdinalIgnoreCase)));
        IOrderedEnumerable<RunRow> sorted = query.Sort switch
        {
            RunSort.Started => chosen.OrderBy(run => run.StartedAt),
            RunSort.Ended => chosen.OrderBy(run => run.EndedAt),
            RunSort.Duration => chosen.OrderBy(run => run.DurationSeconds),
            RunSort.Workflow => chosen.OrderBy(run => run.Workflow, StringComparer.Ordinal),
            RunSort.Scenario => chosen.OrderBy(run => run.Scenario, StringComparer.Ordinal),
            _ => chosen.OrderBy(run => run.Status.ToString(), StringComparer.Ordinal),
        };
        RunRow[] ascending = [.. sorted.ThenBy(run => all.ToList().IndexOf(run))];
        return query.Descending ? ascending.Reverse() : ascending;
    }

    private void Fill(int seed, int count)
    {
        Random random = new(seed);
        _catalog.Write(tx =>
        {
            var definition = new Flow("talk").Line("say", "hello").Draw(new StageTypes([]));
            tx.Definitions.Keep(definition);
            for (int i = 0; i < count; i++) AddRun(tx, random, definition.ContentHash, Start.AddHours(i / 3));
        });
    }

    private static void AddRun(CatalogTransaction tx, Random random, string definition, DateTimeOffset startedAt)
    {
        RunRow run = SomeRun.Of(tx.Runs.NextId(Workflows[0]), definition, startedAt) with
        {
            Workflow = Workflows[random.Next(3)],
            Scenario = Scenarios[random.Next(3)],
            Status = (RunStatus)random.Next(4),
            Cause = new RunCause(random.Next(2) == 0 ? "manual" : "drift", null),
        };
        tx.Runs.Add(run, parentExecutionId: null, ParentWait.None);
        tx.Executions.Queue(run.Id, SomeRun.Train);
        foreach (string tag in Tags.Where(_ => random.Next(3) == 0)) tx.Marks.Tag(run.Id, tag);
        if (random.Next(2) == 0) tx.Runs.End(run.Id, (RunStatus)random.Next(4, 7), error: null);
    }
}
