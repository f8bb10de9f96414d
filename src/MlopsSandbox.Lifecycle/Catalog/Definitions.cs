using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The workflow definitions that runs are pinned to, by content hash.</summary>
public sealed class Definitions
{
    private readonly Session _session;
    private readonly DateTimeOffset _now;

    internal Definitions(Session session, DateTimeOffset now) => (_session, _now) = (session, now);

    /// <summary>Keeps a definition. Other content under a version that is known becomes that version's next revision.</summary>
    public void Keep(WorkflowDefinition definition)
    {
        if (DocumentOf(definition.ContentHash) is not null) return;
        long revision = 1 + _session.Count($"""
            SELECT COUNT(*) AS value FROM definitions WHERE definition_id = {definition.DefinitionId} AND version = {definition.Version}
            """);
        _session.Execute($"""
            INSERT INTO definitions (hash, definition_id, version, revision, added_order, added_at, document_json)
            VALUES ({definition.ContentHash}, {definition.DefinitionId}, {definition.Version}, {revision}, {_session.Next("position")}, {_now}, {definition.ToJson()})
            """);
    }

    /// <summary>The text of a definition, or null.</summary>
    public string? DocumentOf(string hash) => _session.First($"SELECT document_json FROM definitions WHERE hash = {hash}", row => row.Text("document_json"));

    /// <summary>Everything that was kept of a definition, the newest version and revision first.</summary>
    public IReadOnlyList<KeptDefinition> Of(string definitionId) => _session.Query($"""
        SELECT d.hash, d.version, d.revision, d.added_at, (SELECT COUNT(*) FROM runs r WHERE r.workflow = d.definition_id AND r.definition_hash = d.hash) AS runs
        FROM definitions d WHERE d.definition_id = {definitionId} ORDER BY d.version DESC, d.revision DESC
        """, row => new KeptDefinition(row.Text("hash"), row.Number("version"), row.Number("revision"), row.Time("added_at"), row.Whole("runs")));

    /// <summary>The content hash of a definition's newest version that was kept, or null.</summary>
    public string? Newest(string definitionId) => _session.First(
        $"SELECT hash FROM definitions WHERE definition_id = {definitionId} ORDER BY version DESC, revision DESC LIMIT 1", row => row.Text("hash"));

    /// <summary>Revision of a definition within its version, from 1; 0 when it is not kept.</summary>
    public long RevisionOf(string hash) => _session.Count($"SELECT revision AS value FROM definitions WHERE hash = {hash}");
}
