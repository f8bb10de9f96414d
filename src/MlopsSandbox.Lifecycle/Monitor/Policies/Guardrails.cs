using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>What holds a retrain back that a rule asks for.</summary>
public sealed record Guardrails
{
    /// <summary>Labels that the selection must hold; null for the scenario's own number.</summary>
    public int? MinimumLabels { get; init; }

    /// <summary>Labels of each class that the selection must hold; 0 for any. Nothing where labels are numbers.</summary>
    public int MinimumLabelsOfEachClass { get; init; }

    /// <summary>Simulated days from one training to the next at least; 0 for none.</summary>
    public double CooldownDays { get; init; }

    /// <summary>Trainings in a simulated period at most; null for any number.</summary>
    public TrainingBudget? Budget { get; init; }

    /// <summary>True when a person is asked before a retrained model is deployed.</summary>
    public bool Approval { get; init; }

    /// <summary>The first that holds, or that none does. Pure.</summary>
    public GuardrailFinding Judge(RetrainEvidence evidence, SelectedData data) =>
        Unfinished(evidence) ?? Cooldown(evidence) ?? OverBudget(evidence) ?? Labels(evidence, data);

    private static GuardrailFinding? Unfinished(RetrainEvidence evidence) => evidence.UnfinishedRun is { } run
        ? new GuardrailFinding(true, "unfinished", $"{run} is still under way for this endpoint, and one training at a time is enough.")
        : null;

    private GuardrailFinding? Cooldown(RetrainEvidence evidence)
    {
        if (CooldownDays == 0 || evidence.Trainings.Count == 0) return null;
        DateTimeOffset over = evidence.Trainings[^1].AddDays(CooldownDays);
        return evidence.At < over
            ? new GuardrailFinding(true, "cooldown", $"trained {PolicyText.Day(evidence.Trainings[^1])}, the cooldown of {PolicyText.Days(CooldownDays)} ends {PolicyText.Day(over)}.")
            : null;
    }

    private GuardrailFinding? OverBudget(RetrainEvidence evidence)
    {
        if (Budget is not { } budget) return null;
        int spent = evidence.Trainings.Count(training => training > evidence.At.AddDays(-budget.Days));
        return spent >= budget.Trainings
            ? new GuardrailFinding(true, "budget", Invariant($"{spent} of {budget.Trainings} trainings in {PolicyText.Days(budget.Days)} are spent."))
            : null;
    }

    private GuardrailFinding Labels(RetrainEvidence evidence, SelectedData data)
    {
        // The history and all labels are enough to learn from at any time, but of a change they tell nothing before its labels have come.
        bool isSinceChange = evidence.Alarm is { } alarm && (data.Since == alarm.ChangedAt || data.Source == SelectedData.HistoryAndLabelled);
        ArrivedLabel[] labels = [.. data.Of(evidence).Where(label => !isSinceChange || label.ServedAt >= evidence.Alarm!.ChangedAt)];
        string what = isSinceChange ? "from after the change" : "to learn from";
        int needed = Math.Max(MinimumLabels ?? 0, isSinceChange && evidence.Alarm!.LabelsAtLastTry is { } tried ? (int)Math.Ceiling(tried * 1.5) : 0);
        if (labels.Length < needed) return new GuardrailFinding(true, "labels", Invariant($"{labels.Length:N0} of {needed:N0} labels needed {what} have arrived."));
        int rarer = labels.Any(label => label.IsPositive is null) ? int.MaxValue : Math.Min(labels.Count(label => label.IsPositive == true), labels.Count(label => label.IsPositive == false));
        return rarer < MinimumLabelsOfEachClass
            ? new GuardrailFinding(true, "labels", Invariant($"{rarer:N0} of {MinimumLabelsOfEachClass:N0} labels needed of the rarer class {what} have arrived."))
            : new GuardrailFinding(false, "labels", Invariant($"{labels.Length:N0} labels {what} have arrived, {needed:N0} are enough."));
    }
}

/// <summary>Trainings in a simulated period at most.</summary>
/// <param name="Trainings">From 1.</param>
/// <param name="Days">The period, which slides; above 0.</param>
public sealed record TrainingBudget(int Trainings, double Days);

/// <summary>What the guardrails found.</summary>
/// <param name="Holds">True when one holds the retrain back.</param>
/// <param name="Guardrail">Its word: <c>unfinished</c>, <c>cooldown</c>, <c>budget</c> or <c>labels</c>.</param>
/// <param name="Text">Why, or why not, for people.</param>
public sealed record GuardrailFinding(bool Holds, string Guardrail, string Text);
