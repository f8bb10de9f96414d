using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>Never asks.</summary>
public sealed record NeverRule : RetrainRule
{
    /// <inheritdoc/>
    public override string Kind => PolicyWords.Never;

    /// <inheritdoc/>
    public override RuleFinding Judge(RetrainEvidence evidence) =>
        Rests(evidence.Alarm is { } alarm ? $"Drift in {alarm.What}, and the policy is never to retrain." : "The policy is never to retrain.");
}

/// <summary>Asks when the last training is old enough, in simulated time.</summary>
/// <param name="EveryDays">Days from one training to the next; above 0.</param>
public sealed record PeriodicRule(double EveryDays) : RetrainRule
{
    /// <inheritdoc/>
    public override string Kind => PolicyWords.Periodic;

    /// <inheritdoc/>
    public override RuleFinding Judge(RetrainEvidence evidence)
    {
        DateTimeOffset due = evidence.LastTrainedAt.AddDays(EveryDays);
        return evidence.At >= due
            ? Fires($"Trained last {PolicyText.Day(evidence.LastTrainedAt)}, which the policy repeats every {PolicyText.Days(EveryDays)}")
            : Rests($"The next training is due {PolicyText.Day(due)}.");
    }
}

/// <summary>Asks when enough new labels have arrived since the last training, drift or not.</summary>
/// <param name="EveryLabels">Labels from one training to the next; from 1.</param>
public sealed record LabelsRule(int EveryLabels) : RetrainRule
{
    /// <inheritdoc/>
    public override string Kind => PolicyWords.Labels;

    /// <inheritdoc/>
    public override RuleFinding Judge(RetrainEvidence evidence)
    {
        int arrived = evidence.LabelsSinceTraining;
        string found = Invariant($"{arrived:N0} of {EveryLabels:N0} labels have arrived since the training of {PolicyText.Day(evidence.LastTrainedAt)}");
        return arrived >= EveryLabels ? Fires(found) : Rests($"{found}.");
    }
}

/// <summary>Asks while an alarm about the serving model is open.</summary>
public sealed record DriftRule : RetrainRule
{
    /// <inheritdoc/>
    public override string Kind => PolicyWords.Drift;

    /// <inheritdoc/>
    public override RuleFinding Judge(RetrainEvidence evidence) => evidence.Alarm is { } alarm
        ? Fires($"Drift in {alarm.What} since about {PolicyText.Day(alarm.ChangedAt)}, found {PolicyText.Day(alarm.RaisedAt)}")
        : Rests("No drift.");
}
