namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary><c>telemetry.db</c> can't be used: it is of a newer version, or it can't be opened.</summary>
public sealed class TelemetryDatabaseException : Exception
{
    /// <summary>A message of four parts: where, what was found, what was expected, what to do.</summary>
    public TelemetryDatabaseException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}
