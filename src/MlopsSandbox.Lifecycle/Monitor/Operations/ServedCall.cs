namespace MlopsSandbox.Lifecycle.Monitor.Operations;

/// <summary>A prediction that somebody asked an endpoint for.</summary>
/// <param name="At">Wall time at which it began.</param>
/// <param name="SimulatedAt">The endpoint's simulated time then.</param>
/// <param name="Path">How it came in.</param>
/// <param name="Rows">Rows that were asked about; 0 when they could not be read.</param>
/// <param name="Milliseconds">From the rows as text to the scores.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ModelVersion">The version that was asked.</param>
public sealed record ServedCall(DateTimeOffset At, DateTimeOffset SimulatedAt, CallPath Path, int Rows, double Milliseconds, CallOutcome Outcome, int ModelVersion);

/// <summary>How a call came in.</summary>
public enum CallPath
{
    /// <summary>Over HTTP, to a process that keeps the model in memory.</summary>
    Http,
    /// <summary>By <c>mlops predict</c>, in a process of its own that reads the model first.</summary>
    Command,
}

/// <summary>How a call ended.</summary>
public enum CallOutcome
{
    /// <summary>With scores.</summary>
    Answered,
    /// <summary>The rows could not be used: the caller's mistake.</summary>
    Refused,
    /// <summary>Something broke that the caller could not help.</summary>
    Failed,
}
