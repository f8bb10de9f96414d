using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <content>Pages of the registry: an index gives the keys of the page, and only their rows are read.</content>
public sealed partial class Models
{
    /// <summary>Some of the model versions, and how many there are.</summary>
    /// <exception cref="ArgumentException">The query can't be asked, see <see cref="ModelQuery.Problems"/>.</exception>
    public ModelPage Page(ModelQuery query)
    {
        PageBounds.Require(query.Problems());
        int total = Total(query);
        List<ModelVersion> rows = query.Sort == ModelSort.Metric ? ByMetric(query, total)
            : query.Skip <= total / 2 ? Ordered(query)
            : FromTheEnd(query, total);
        return new ModelPage(WithAliases(rows), total);
    }

    /// <summary>Some of the model groups, and how many there are.</summary>
    /// <exception cref="ArgumentException">The query can't be asked, see <see cref="ModelGroupQuery.Problems"/>.</exception>
    public ModelGroupPage Groups(ModelGroupQuery query)
    {
        PageBounds.Require(query.Problems());
        Statement chosen = new();
        if (query.Text is { Length: > 0 } text) chosen.Add($"WHERE LOWER(g.model) LIKE LOWER({SearchText.Pattern(text)}) ESCAPE '!'");
        long total = _session.Count(new Statement().Add($"SELECT COUNT(*) AS value FROM model_groups g").Add(chosen).Whole);
        string direction = PageBounds.Direction(query.Descending);
        Statement page = new Statement()
            .Add($"SELECT g.*, (SELECT a.version FROM aliases a WHERE a.model = g.model AND a.alias = {Champion}) AS champion FROM model_groups g").Add(chosen)
            .AddText($"ORDER BY {ColumnOf(query.Sort)} {direction}, g.model {direction}").Add($"LIMIT {query.Take} OFFSET {query.Skip}");
        return new ModelGroupPage(_session.Query(page.Whole, ReadGroup), checked((int)total));
    }

    private int Total(ModelQuery query)
    {
        if (!IsOfWholeGroups(query)) return Count(new Statement().Add($"SELECT COUNT(*) AS value FROM model_versions v").Add(Chosen(query)));
        Statement groups = new Statement().Add($"SELECT CAST(COALESCE(SUM(versions), 0) AS BIGINT) AS value FROM model_groups");
        return Count(query.Model is { } model ? groups.Add($"WHERE model = {model}") : groups);
    }

    private int Count(Statement statement) => checked((int)_session.Count(statement.Whole));

    // Those that have the metric, in its order; then the others.
    private List<ModelVersion> ByMetric(ModelQuery query, int total)
    {
        Statement measured = Measured(query);
        string direction = PageBounds.Direction(query.Descending);
        Statement keys = new Statement().Add($"SELECT m.model, m.version, m.value").Add(measured)
            .AddText($"ORDER BY m.value {direction}, m.model {direction}, m.version {direction}").Add($"LIMIT {query.Take} OFFSET {query.Skip}");
        List<ModelVersion> rows = Rows(keys, $"k.value {direction}, v.model {direction}, v.version {direction}");
        if (rows.Count == query.Take) return rows;
        int before = Count(new Statement().Add($"SELECT COUNT(*) AS value").Add(measured));
        if (before == total) return rows;
        ModelQuery others = query with { Sort = ModelSort.Model, Metric = null, Skip = Math.Max(0, query.Skip - before), Take = query.Take - rows.Count };
        Statement unmeasured = Chosen(query)
            .Add($"AND NOT EXISTS (SELECT 1 FROM model_metrics m WHERE m.model = v.model AND m.version = v.version AND m.name = {query.Metric})");
        return [.. rows, .. Rows(Keys(others, unmeasured), OrderOf(others, "v"))];
    }

    // An alias leaves few versions, whose metrics are looked up; else the metrics lead, as they are in order.
    private static Statement Measured(ModelQuery query)
    {
        Statement measured = new Statement().Add($"FROM model_metrics m");
        if (IsOfWholeGroups(query)) measured.Add($"WHERE m.name = {query.Metric}");
        else if (query.Alias is not null) measured.Add($"JOIN model_versions v ON v.model = m.model AND v.version = m.version").Add(Chosen(query)).Add($"AND m.name = {query.Metric}");
        else measured.Add($"CROSS JOIN model_versions v").Add(Chosen(query)).Add($"AND v.model = m.model AND v.version = m.version AND m.name = {query.Metric}");
        return query.Model is { } model ? measured.Add($"AND m.model = {model}") : measured;
    }

    private static bool IsOfWholeGroups(ModelQuery query) => query is { Alias: null, Approval: null, RunId: null } && string.IsNullOrEmpty(query.Text);

    private List<ModelVersion> Ordered(ModelQuery query) => Rows(Keys(query, Chosen(query)), OrderOf(query, "v"));

    // Behind the middle it is nearer to come from the other end.
    private List<ModelVersion> FromTheEnd(ModelQuery query, int total)
    {
        int left = total - query.Skip, take = Math.Min(query.Take, left);
        if (take <= 0) return [];
        List<ModelVersion> backwards = Ordered(query with { Descending = !query.Descending, Skip = left - take, Take = take });
        backwards.Reverse();
        return backwards;
    }

    private static Statement Keys(ModelQuery query, Statement chosen) => new Statement()
        .Add($"SELECT v.model, v.version FROM model_versions v").Add(chosen)
        .AddText($"ORDER BY {OrderOf(query, "v")}").Add($"LIMIT {query.Take} OFFSET {query.Skip}");

    // The keys come first (CROSS JOIN keeps SQLite to that), so that it is the page's rows that are looked up, and no others.
    private List<ModelVersion> Rows(Statement keys, string order) => _session.Query(new Statement()
        .Add($"SELECT v.* FROM (").Add(keys).Add($") k CROSS JOIN model_versions v WHERE v.model = k.model AND v.version = k.version")
        .AddText($"ORDER BY {order}").Whole, row => Read(row, []));

    private List<ModelVersion> WithAliases(List<ModelVersion> versions)
    {
        ILookup<(string, int), string> aliases = versions.Select(version => version.Model).Distinct().Chunk(Statement.ListLength).SelectMany(models => _session.Query(
                new Statement().Add($"SELECT model, version, alias FROM aliases WHERE model IN").AddList(models).Add($"ORDER BY alias").Whole,
                row => (Key: (row.Text("model"), row.Number("version")), Alias: row.Text("alias"))))
            .ToLookup(one => one.Key, one => one.Alias);
        return [.. versions.Select(version => version with { Aliases = [.. aliases[(version.Model, version.Version)]] })];
    }

    private static Statement Chosen(ModelQuery query)
    {
        Statement where = new();
        if (query.Alias is { } alias) where.Add($"JOIN aliases a ON a.model = v.model AND a.version = v.version AND a.alias = {alias}");
        where.Add($"WHERE 1 = 1");
        if (query.Model is { } model) where.Add($"AND v.model = {model}");
        if (query.Approval is { } approval) where.Add($"AND v.approval = {approval}");
        if (query.RunId is { } run) where.Add($"AND v.run_id = {run}");
        if (query.Text is { Length: > 0 } text) where.Add(Containing(SearchText.Pattern(text)));
        return where;
    }

    private static FormattableString Containing(string pattern) => $"""
        AND (v.model IN (SELECT g.model FROM model_groups g WHERE LOWER(g.model) LIKE LOWER({pattern}) ESCAPE '!')
            OR (v.model, v.version) IN (SELECT n.model, n.version FROM aliases n WHERE LOWER(n.alias) LIKE LOWER({pattern}) ESCAPE '!'))
        """;

    private static string OrderOf(ModelQuery query, string table)
    {
        string direction = PageBounds.Direction(query.Descending);
        string[] columns = query.Sort switch
        {
            ModelSort.Created => ["created_at", "model", "version"],
            ModelSort.Version => ["version", "model"],
            ModelSort.Model => ["model", "version"],
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.Sort, "model versions can't be sorted by this."),
        };
        return string.Join(", ", columns.Select(column => $"{table}.{column} {direction}"));
    }

    private static string ColumnOf(ModelGroupSort sort) => sort switch
    {
        ModelGroupSort.Newest => "g.newest_at",
        ModelGroupSort.Model => "g.model",
        ModelGroupSort.Versions => "g.versions",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "model groups can't be sorted by this."),
    };

    private static ModelGroup ReadGroup(Row row) => new(
        row.Text("model"), row.Number("versions"), row.IsNull("champion") ? null : row.Number("champion"), row.Number("newest_version"), row.Time("newest_at"));
}
