namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What people attach to runs: tags to find them by, and notes.</summary>
public sealed class RunMarks
{
    private readonly Session _session;
    private readonly DateTimeOffset _now;

    internal RunMarks(Session session, DateTimeOffset now) => (_session, _now) = (session, now);

    /// <summary>Attaches a tag to a run; one that it has already changes nothing.</summary>
    public void Tag(string runId, string tag) => _session.Execute($"INSERT INTO run_tags (run_id, tag) VALUES ({runId}, {tag}) ON CONFLICT (run_id, tag) DO NOTHING");

    /// <summary>Takes a tag from a run.</summary>
    /// <returns>False when it had none of that name.</returns>
    public bool Untag(string runId, string tag) => _session.Execute($"DELETE FROM run_tags WHERE run_id = {runId} AND tag = {tag}") == 1;

    /// <summary>Attaches a note to a run.</summary>
    public void Note(string runId, string text, string by) => _session.Execute(
        $"INSERT INTO run_notes (position, run_id, text, written_by, written_at) VALUES ({_session.Next("position")}, {runId}, {text}, {by}, {_now})");

    /// <summary>The tags of a run, by name.</summary>
    internal IReadOnlyList<string> TagsOf(string runId) => _session.Query($"SELECT tag FROM run_tags WHERE run_id = {runId} ORDER BY tag", row => row.Text("tag"));

    /// <summary>The tags of all runs, each run's by name.</summary>
    internal ILookup<string, string> Tags() => _session.Query($"SELECT run_id, tag FROM run_tags ORDER BY run_id, tag", row => (Run: row.Text("run_id"), Tag: row.Text("tag")))
        .ToLookup(one => one.Run, one => one.Tag, StringComparer.Ordinal);

    /// <summary>The tags of some runs, each run's by name.</summary>
    internal ILookup<string, string> Tags(IEnumerable<string> runIds) => runIds.Chunk(Statement.ListLength).SelectMany(ids => _session.Query(
            new Statement().Add($"SELECT run_id, tag FROM run_tags WHERE run_id IN").AddList(ids).Add($"ORDER BY run_id, tag").Whole, row => (Run: row.Text("run_id"), Tag: row.Text("tag"))))
        .ToLookup(one => one.Run, one => one.Tag, StringComparer.Ordinal);

    /// <summary>The notes of a run, the oldest first.</summary>
    internal IReadOnlyList<RunNote> NotesOf(string runId) => _session.Query(
        $"SELECT * FROM run_notes WHERE run_id = {runId} ORDER BY position", row => new RunNote(row.Text("text"), row.Text("written_by"), row.Time("written_at")));
}
