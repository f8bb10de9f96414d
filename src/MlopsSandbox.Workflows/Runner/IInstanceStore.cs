namespace MlopsSandbox.Workflows.Runner;

/// <summary>Keeps instances. Failures go through to the caller, who may try the event again.</summary>
public interface IInstanceStore
{
    /// <summary>The instance as last saved, or null when there is none of that id.</summary>
    StoredInstance? Load(string instanceId);

    /// <summary>Saves the next state and its commands in one transaction.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="state">Its new state.</param>
    /// <param name="expectedVersion">The version that <see cref="Load"/> gave.</param>
    /// <param name="commands">What is to be done once the transaction stands.</param>
    /// <returns>False, with nothing written, when another writer was first: load and decide again.</returns>
    bool Save(string instanceId, InstanceState state, long expectedVersion, IReadOnlyList<WorkflowCommand> commands);
}

/// <summary>A stored instance.</summary>
/// <param name="InstanceId">The run's id.</param>
/// <param name="DefinitionHash">Content hash of the definition it is pinned to, <c>sha256:…</c>.</param>
/// <param name="State">Its state.</param>
/// <param name="Version">Counts saves; the optimistic lock.</param>
public sealed record StoredInstance(string InstanceId, string DefinitionHash, InstanceState State, long Version);
