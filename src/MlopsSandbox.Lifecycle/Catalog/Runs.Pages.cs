using System.Globalization;
using System.Runtime.CompilerServices;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <content>Pages of runs: what stands on the page is read, the rest only counted.</content>
public sealed partial class Runs
{
    /// <summary>Some of the runs, and how many there are.</summary>
    /// <exception cref="ArgumentException">The query can't be asked, see <see cref="RunQuery.Problems"/>.</exception>
    public RunPage Page(RunQuery query)
    {
        PageBounds.Require(query.Problems());
        Statement chosen = Chosen(query);
        int total = checked((int)_session.Count(new Statement().Add($"SELECT COUNT(*) AS value FROM runs r").Add(chosen).Whole));
        string direction = PageBounds.Direction(query.Descending);
        Statement page = new Statement().Add($"SELECT r.* FROM runs r").Add(chosen)
            .AddText($"ORDER BY {Column(query.Sort)} {direction}, r.position {direction}").Add($"LIMIT {query.Take} OFFSET {query.Skip}");
        return new RunPage(WithMarks(_session.Query(page.Whole, Read)), total);
    }

    /// <summary>How many runs stand in each way; 0 where none does.</summary>
    public IReadOnlyDictionary<RunStatus, int> Counts()
    {
        Dictionary<RunStatus, int> counts = _session
            .Query($"SELECT status, COUNT(*) AS value FROM runs GROUP BY status", row => (Status: row.Word<RunStatus>("status"), Count: row.Number("value")))
            .ToDictionary(one => one.Status, one => one.Count);
        return Enum.GetValues<RunStatus>().ToDictionary(status => status, status => counts.GetValueOrDefault(status));
    }

    /// <summary>What runs can be filtered by.</summary>
    public RunMenus Menus() => new(
        _session.Query($"SELECT DISTINCT workflow FROM runs ORDER BY workflow", row => row.Text("workflow")),
        _session.Query($"SELECT DISTINCT scenario FROM runs WHERE scenario IS NOT NULL ORDER BY scenario", row => row.Text("scenario")),
        _session.Query($"SELECT DISTINCT tag FROM run_tags ORDER BY tag", row => row.Text("tag")));

    private static Statement Chosen(RunQuery query)
    {
        Statement where = new Statement().Add($"WHERE 1 = 1");
        if (query.Workflow is { } workflow) where.Add($"AND r.workflow = {workflow}");
        if (query.Scenario is { } scenario) where.Add($"AND r.scenario = {scenario}");
        if (query.Statuses.Count > 0) where.Add(In("r.status", query.Statuses.Distinct().Order()));
        if (query.CauseKind is { } kind) where.Add($"AND r.cause_kind = {kind}");
        if (query.StoryId is { } story) where.Add($"AND r.story_id = {story}");
        if (query.StartedFrom is { } from) where.Add($"AND r.started_at >= {from}");
        if (query.StartedTo is { } to) where.Add($"AND r.started_at < {to}");
        foreach (string tag in query.Tags) where.Add($"AND EXISTS (SELECT 1 FROM run_tags t WHERE t.run_id = r.id AND t.tag = {tag})");
        if (query.Text is { Length: > 0 } text) where.Add(Containing(SearchText.Pattern(text)));
        return where;
    }

    private static FormattableString Containing(string pattern) => $"""
        AND (LOWER(r.id) LIKE LOWER({pattern}) ESCAPE '!' OR LOWER(r.workflow) LIKE LOWER({pattern}) ESCAPE '!' OR LOWER(r.scenario) LIKE LOWER({pattern}) ESCAPE '!'
            OR EXISTS (SELECT 1 FROM run_tags t WHERE t.run_id = r.id AND LOWER(t.tag) LIKE LOWER({pattern}) ESCAPE '!'))
        """;

    private static FormattableString In(string column, IEnumerable<RunStatus> statuses)
    {
        object[] values = [.. statuses];
        string places = string.Join(", ", values.Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"{{{place}}}")));
        return FormattableStringFactory.Create($"AND {column} IN ({places})", values);
    }

    private static string Column(RunSort sort) => sort switch
    {
        RunSort.Started => "r.started_at",
        RunSort.Ended => "r.ended_at",
        RunSort.Duration => "r.duration_seconds",
        RunSort.Workflow => "r.workflow",
        RunSort.Scenario => "r.scenario",
        RunSort.Status => "r.status",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "runs can't be sorted by this."),
    };

    private List<RunRow> WithMarks(List<RunRow> runs)
    {
        string[] ids = [.. runs.Select(run => run.Id)];
        ILookup<string, StageExecutionRow> stages = _executions.Of(ids).ToLookup(execution => execution.RunId, StringComparer.Ordinal);
        ILookup<string, string> tags = _marks.Tags(ids);
        return [.. runs.Select(run => run with { Stages = [.. stages[run.Id]], Tags = [.. tags[run.Id]] })];
    }
}
