using MlopsSandbox.Lifecycle.Monitor.Operations;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Predictions that people and programs asked endpoints for: the newest of each endpoint.</summary>
public sealed class Calls
{
    /// <summary>Calls that are kept of an endpoint; older ones are forgotten.</summary>
    public const int Kept = 100_000;

    private readonly Session _session;

    internal Calls(Session session) => _session = session;

    /// <summary>Keeps calls in the order given, after those that were kept before.</summary>
    public void Add(string endpoint, IEnumerable<ServedCall> calls) => Add(endpoint, calls, Kept);

    internal void Add(string endpoint, IEnumerable<ServedCall> calls, int kept)
    {
        long last = 0;
        foreach (ServedCall call in calls)
        {
            last = _session.Next($"calls of {endpoint}");
            _session.Execute($"""
                INSERT INTO calls (endpoint, position, called_at, simulated_at, path, row_count, milliseconds, outcome, model_version)
                VALUES ({endpoint}, {last}, {call.At}, {call.SimulatedAt}, {call.Path}, {call.Rows}, {call.Milliseconds}, {call.Outcome}, {call.ModelVersion})
                """);
        }

        _session.Execute($"DELETE FROM calls WHERE endpoint = {endpoint} AND position <= {last - kept}");
    }

    /// <summary>The newest calls of an endpoint up to a simulated time, at most <paramref name="most"/>, the oldest of them first.</summary>
    public IReadOnlyList<ServedCall> Newest(string endpoint, DateTimeOffset simulatedBy, int most)
    {
        List<ServedCall> newestFirst = _session.Query(
            $"SELECT * FROM calls WHERE endpoint = {endpoint} AND simulated_at <= {simulatedBy} ORDER BY position DESC LIMIT {most}", Read);
        newestFirst.Reverse();
        return newestFirst;
    }

    private static ServedCall Read(Row row) => new(
        row.Time("called_at"), row.Time("simulated_at"), row.Word<CallPath>("path"), row.Number("row_count"), row.Real("milliseconds"),
        row.Word<CallOutcome>("outcome"), row.Number("model_version"));
}
