namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>A sink could not be told. The message says why, and no secret.</summary>
/// <param name="message">Why.</param>
/// <param name="isFinal">True when trying again would change nothing.</param>
/// <param name="cause">What happened beneath.</param>
public sealed class AlertSinkException(string message, bool isFinal, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>True when trying again would change nothing.</summary>
    public bool IsFinal { get; } = isFinal;
}
