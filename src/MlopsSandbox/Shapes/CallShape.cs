using MlopsSandbox.Lifecycle.Monitor.Operations;

namespace MlopsSandbox.Shapes;

/// <summary>A prediction that somebody asked an endpoint for.</summary>
/// <param name="At">Wall time at which it began.</param>
/// <param name="SimulatedAt">The endpoint's simulated time then.</param>
/// <param name="Path">How it came in.</param>
/// <param name="Rows">Rows that were asked about; 0 when they could not be read.</param>
/// <param name="DurationSeconds">From the rows as text to the scores.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Version">The model version that was asked.</param>
internal sealed record CallShape(DateTimeOffset At, DateTimeOffset SimulatedAt, CallPath Path, int Rows, double DurationSeconds, CallOutcome Outcome, int Version)
{
    /// <summary>The call as answers show it.</summary>
    public static CallShape Of(ServedCall call) => new(call.At, call.SimulatedAt, call.Path, call.Rows, call.Milliseconds / 1000, call.Outcome, call.ModelVersion);
}
