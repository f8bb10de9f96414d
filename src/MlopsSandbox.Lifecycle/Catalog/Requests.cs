using System.Text.Json;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Policies;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Requests that endpoints answered, with their late labels.</summary>
public sealed class Requests
{
    private readonly Session _session;

    internal Requests(Session session) => _session = session;

    /// <summary>Keeps requests with the labels that will arrive. Sequences are the caller's, from 0, each once an endpoint.</summary>
    public void Add(string endpoint, IEnumerable<CapturedRequest> requests)
    {
        foreach (CapturedRequest request in requests)
        {
            _session.Execute($"""
                INSERT INTO requests (endpoint, position, row_id, served_at, features_json, score, model_version, shadow_score)
                VALUES ({endpoint}, {request.Sequence}, {request.RowId}, {request.ServedAt}, {StoredJson.Of(request.Features)}, {request.Score}, {request.ModelVersion}, {request.ShadowScore})
                """);
            _session.Execute($"INSERT INTO labels (endpoint, position, label, label_at) VALUES ({endpoint}, {request.Sequence}, {request.Label}, {request.LabelAt})");
        }
    }

    /// <summary>Requests with <c>from ≤ servedAt &lt; to</c>, in order of serving.</summary>
    /// <remarks>Labels that have not arrived by <paramref name="to"/> are null; one that arrives just then has.</remarks>
    public IReadOnlyList<CapturedRequest> Between(string endpoint, DateTimeOffset from, DateTimeOffset to) => _session.Query($"""
        SELECT r.*, l.label_at, CASE WHEN l.label_at <= {to} THEN l.label END AS known
        FROM requests r JOIN labels l ON l.endpoint = r.endpoint AND l.position = r.position
        WHERE r.endpoint = {endpoint} AND r.served_at >= {from} AND r.served_at < {to}
        ORDER BY r.position
        """, Read);

    /// <summary>Labels of an endpoint's requests that had arrived by a simulated time, in order of serving.</summary>
    public IReadOnlyList<ArrivedLabel> ArrivedLabels(string endpoint, DateTimeOffset by) => _session.Query($"""
        SELECT r.served_at, l.label_at, l.label FROM requests r JOIN labels l ON l.endpoint = r.endpoint AND l.position = r.position
        WHERE r.endpoint = {endpoint} AND r.served_at < {by} AND l.label_at <= {by} AND l.label IS NOT NULL ORDER BY r.position
        """, row => new ArrivedLabel(row.Time("served_at"), row.Time("label_at"), row.Real("label") == 1));

    /// <summary>Answers of an endpoint that were given before a simulated time, without what was asked, in order of serving; labels that had not arrived by then are null.</summary>
    public IReadOnlyList<GivenAnswer> Answers(string endpoint, DateTimeOffset before) => _session.Query($"""
        SELECT r.row_id, r.served_at, r.model_version, r.score, r.shadow_score, CASE WHEN l.label_at <= {before} THEN l.label END AS known
        FROM requests r JOIN labels l ON l.endpoint = r.endpoint AND l.position = r.position
        WHERE r.endpoint = {endpoint} AND r.served_at < {before} ORDER BY r.position
        """, row => new GivenAnswer(
            row.Number("row_id"), row.Time("served_at"), row.Number("model_version"), row.Real("score"), row.RealOrNull("shadow_score"), row.RealOrNull("known")));

    /// <summary>One request by its place in the order of serving, from 0; null when there is none. Its label is known once it has arrived by the simulated time <paramref name="by"/>.</summary>
    public CapturedRequest? At(string endpoint, long sequence, DateTimeOffset by) => _session.First($"""
        SELECT r.*, l.label_at, CASE WHEN l.label_at <= {by} THEN l.label END AS known
        FROM requests r JOIN labels l ON l.endpoint = r.endpoint AND l.position = r.position
        WHERE r.endpoint = {endpoint} AND r.position = {sequence}
        """, Read);

    /// <summary>How many requests an endpoint has answered.</summary>
    public long Count(string endpoint) => _session.Count($"SELECT COUNT(*) AS value FROM requests WHERE endpoint = {endpoint}");

    private static CapturedRequest Read(Row row) => new(
        row.Whole("position"), row.Number("row_id"), row.Time("served_at"), row.Json<Dictionary<string, JsonElement>>("features_json"),
        row.Real("score"), row.Number("model_version"), row.RealOrNull("known"), row.Time("label_at"));}
