using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The workflow definitions that runs are pinned to, by content hash.</summary>
internal sealed class Definitions(Session session, DateTimeOffset now)
{
    /// <summary>Keeps a definition. Other content under a version that is known becomes that version's next revision.</summary>
    public void Keep(WorkflowDefinition definition)
    {
        if (DocumentOf(definition.ContentHash) is not null) return;
        long revision = 1 + session.Count($"""
            SELECT COUNT(*) AS value FROM definitions WHERE definition_id = {definition.DefinitionId} AND version = {definition.Version}
            """);
        session.Execute($"""
            INSERT INTO definitions (hash, definition_id, version, revision, added_order, added_at, document_json)
            VALUES ({definition.ContentHash}, {definition.DefinitionId}, {definition.Version}, {revision}, {session.Next("position")}, {now}, {definition.ToJson()})
            """);
    }

    /// <summary>The text of a definition, or null.</summary>
    public string? DocumentOf(string hash) => session.First($"SELECT document_json FROM definitions WHERE hash = {hash}", row => row.Text("document_json"));

    /// <summary>The content hash of a definition's newest version that was kept, or null.</summary>
    public string? Newest(string definitionId) => session.First(
        $"SELECT hash FROM definitions WHERE definition_id = {definitionId} ORDER BY version DESC, revision DESC LIMIT 1", row => row.Text("hash"));

    /// <summary>Revision of a definition within its version, from 1; 0 when it is not kept.</summary>
    public long RevisionOf(string hash) => session.Count($"SELECT revision AS value FROM definitions WHERE hash = {hash}");
}
