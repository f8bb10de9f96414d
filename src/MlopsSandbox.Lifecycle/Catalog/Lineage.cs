using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Which execution was given and which made which artifact.</summary>
public sealed class Lineage
{
    private readonly Session _session;
    private readonly DateTimeOffset _now;

    internal Lineage(Session session, DateTimeOffset now) => (_session, _now) = (session, now);

    /// <summary>Who was given an artifact or made it, in order of runs.</summary>
    public IReadOnlyList<LineageRow> Of(ContentHash artifact) => _session.Query($"""
        SELECT * FROM lineage WHERE hash = {artifact} ORDER BY run_id, execution_id, ordinal, attempt, direction, maker, name
        """, row => new LineageRow(row.Text("run_id"), row.Text("execution_id"), row.Text("direction") == "output", row.Text("name"), row.Hash("hash")));

    /// <summary>What an activity execution and its trials were given: each artifact once, by its maker.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="executionId">The activity execution, <c>nodeId#visit</c>.</param>
    public IReadOnlyList<GivenArtifact> GivenTo(string runId, string executionId) => _session.Query($"""
        SELECT DISTINCT l.maker, l.name, l.hash, a.kind FROM lineage l JOIN artifacts a ON a.hash = l.hash
        WHERE l.run_id = {runId} AND l.execution_id = {executionId} AND l.direction = 'input' ORDER BY l.maker, l.name
        """, row => new GivenArtifact(row.Text("maker"), row.Text("name"), row.Text("kind"), row.Hash("hash")));

    internal void Add(ExecutionKey key, string activityId, IEnumerable<UpstreamOutput> given, IReadOnlyDictionary<string, StageOutput> made)
    {
        foreach (UpstreamOutput input in given) Add(key, "input", input.ActivityId, input.Name, input.Output);
        foreach (var (name, output) in made) Add(key, "output", activityId, name, output);
    }

    private void Add(ExecutionKey key, string direction, string maker, string name, StageOutput output)
    {
        if (output.Hash is not { } hash) return;
        _session.Execute($"INSERT INTO artifacts (hash, kind, added_at) VALUES ({hash}, {output.Kind}, {_now}) ON CONFLICT (hash) DO NOTHING");
        _session.Execute($"""
            INSERT INTO lineage (run_id, execution_id, ordinal, attempt, direction, name, maker, hash)
            VALUES ({key.RunId}, {key.ExecutionId}, {key.Column}, {key.Attempt}, {direction}, {name}, {maker}, {hash})
            """);
    }
}

/// <summary>An execution was given an artifact, or made it.</summary>
/// <param name="RunId">The run.</param>
/// <param name="ExecutionId">The execution.</param>
/// <param name="IsOutput">True when it made the artifact, false when it was given it.</param>
/// <param name="Name">Name of the output.</param>
/// <param name="Artifact">The artifact.</param>
public sealed record LineageRow(string RunId, string ExecutionId, bool IsOutput, string Name, ContentHash Artifact);
