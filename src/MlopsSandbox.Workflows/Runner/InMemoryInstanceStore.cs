namespace MlopsSandbox.Workflows.Runner;

/// <summary>Keeps instances in memory, with the commands that were saved with them. Safe to use from several threads.</summary>
public sealed class InMemoryInstanceStore : IInstanceStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StoredInstance> _instances = new(StringComparer.Ordinal);
    private readonly Queue<(string InstanceId, WorkflowCommand Command)> _outbox = [];

    /// <summary>Adds a new instance that has not started.</summary>
    /// <param name="instanceId">Its id.</param>
    /// <param name="definitionHash">Content hash of its definition.</param>
    /// <exception cref="ArgumentException">There is one of that id.</exception>
    public void Create(string instanceId, string definitionHash)
    {
        lock (_lock) _instances.Add(instanceId, new StoredInstance(instanceId, definitionHash, new InstanceState(), 0));
    }

    /// <inheritdoc/>
    public StoredInstance? Load(string instanceId)
    {
        lock (_lock) return _instances.GetValueOrDefault(instanceId);
    }

    /// <inheritdoc/>
    public bool Save(string instanceId, InstanceState state, long expectedVersion, IReadOnlyList<WorkflowCommand> commands)
    {
        lock (_lock)
        {
            var stored = _instances[instanceId];
            if (stored.Version != expectedVersion) return false;
            _instances[instanceId] = stored with { State = state, Version = expectedVersion + 1 };
            foreach (var command in commands) _outbox.Enqueue((instanceId, command));
            return true;
        }
    }

    /// <summary>Takes the oldest command that nobody has taken yet, or null.</summary>
    public (string InstanceId, WorkflowCommand Command)? TakeCommand()
    {
        lock (_lock) return _outbox.TryDequeue(out var next) ? next : null;
    }
}
