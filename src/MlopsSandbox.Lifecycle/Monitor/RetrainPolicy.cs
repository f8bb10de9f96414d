using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>
/// When to train again. Labels are late, so on the day of an alarm there is nothing to learn from: the policy waits until enough labels of
/// requests from after the change have arrived, and after a rejected try until there are half as many more.
/// </summary>
public static class RetrainPolicy
{
    /// <summary>Chooses. No clock, no disk, no random numbers.</summary>
    /// <param name="minimumLabels">Labels from after the change that a retrain needs.</param>
    /// <param name="alarm">The open alarm; null when there is none.</param>
    /// <param name="pendingFrom">Simulated time from which an already deployed model will serve; null when none is under way.</param>
    public static RetrainDecision Decide(int minimumLabels, OpenAlarm? alarm, DateTimeOffset? pendingFrom)
    {
        if (pendingFrom is { } from) return new RetrainDecision(RetrainChoice.None, $"A new model serves from {Day(from)} on.", null, null);
        if (alarm is null) return new RetrainDecision(RetrainChoice.None, "No drift.", null, null);
        int needed = Math.Max(minimumLabels, alarm.LabelsAtLastTry is { } tried ? (int)Math.Ceiling(tried * 1.5) : 0);
        string found = $"Drift in {alarm.What} since about {Day(alarm.ChangedAt)}, found {Day(alarm.RaisedAt)}";
        return alarm.Labels >= needed
            ? new RetrainDecision(RetrainChoice.Retrain, Invariant($"{found}: {alarm.Labels:N0} labels from after the change have arrived, {needed:N0} are enough."), alarm.ReportId, alarm.ChangedAt)
            : new RetrainDecision(RetrainChoice.Wait, Invariant($"{found}: {alarm.Labels:N0} of {needed:N0} labels needed from after the change have arrived."), alarm.ReportId, alarm.ChangedAt);
    }

    private static string Day(DateTimeOffset time) => Invariant($"{time.UtcDateTime:yyyy-MM-dd}");
}
