using Hangfire.States;

namespace MlopsSandbox.HangfireConformance;

/// <summary>A state of a case's own, as any program may add one.</summary>
public sealed class SomeState(string name, string? reason = null, Func<Dictionary<string, string>?>? data = null) : IState
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string? Reason => reason;

    /// <inheritdoc/>
    public bool IsFinal => false;

    /// <inheritdoc/>
    public bool IgnoreJobLoadException => false;

    /// <inheritdoc/>
    public Dictionary<string, string>? SerializeData() => data?.Invoke();
}
