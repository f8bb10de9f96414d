using System.Collections.Concurrent;

namespace MlopsSandbox.Walkthrough;

/// <summary>Takes events from any thread and hands them on in order to the one that tells.</summary>
internal sealed class EventQueue<T> : IProgress<T>
{
    private readonly ConcurrentQueue<T> _events = new();

    /// <inheritdoc/>
    public void Report(T value) => _events.Enqueue(value);

    /// <summary>What has come since the last call, oldest first.</summary>
    public IEnumerable<T> Taken()
    {
        while (_events.TryDequeue(out T? next)) yield return next;
    }
}
