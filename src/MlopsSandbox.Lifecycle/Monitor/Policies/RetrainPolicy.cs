namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>When to train again, on what, and what must hold before: a rule, a selection of data and guardrails.</summary>
/// <param name="Rule">What asks for a retrain.</param>
public sealed record RetrainPolicy(RetrainRule Rule)
{
    /// <summary>What a retrain learns from.</summary>
    public DataSelection Data { get; init; } = DataSelection.SinceChange;

    /// <summary>What holds a retrain back that a rule asks for.</summary>
    public Guardrails Guardrails { get; init; } = new();

    /// <summary>
    /// On drift, from what was served after the change. Labels are late, so on the day of an alarm there is nothing to learn from: the retrain
    /// waits until enough labels of requests from after the change have arrived, and after a rejected try until there are half as many more.
    /// </summary>
    public static RetrainPolicy Default { get; } = new(new DriftRule());

    /// <summary>The policy with the scenario's least number of labels where it names none of its own.</summary>
    public RetrainPolicy WithLabelsOf(int minimumLabels) =>
        this with { Guardrails = Guardrails with { MinimumLabels = Guardrails.MinimumLabels ?? minimumLabels } };

    /// <summary>Chooses. No clock, no disk, no random numbers.</summary>
    public RetrainDecision Decide(RetrainEvidence evidence)
    {
        if (evidence.PendingFrom is { } from) return new RetrainDecision(RetrainChoice.None, $"A new model serves from {PolicyText.Day(from)} on.", null, null);
        RuleFinding finding = Rule.Judge(evidence);
        if (!finding.Fires) return new RetrainDecision(RetrainChoice.None, finding.Text, null, null);
        SelectedData data = Data.Of(evidence);
        GuardrailFinding guard = Guardrails.Judge(evidence, data);
        return new RetrainDecision(guard.Holds ? RetrainChoice.Wait : RetrainChoice.Retrain, $"{finding.Text}: {guard.Text}", evidence.Alarm?.ReportId, evidence.Alarm?.ChangedAt)
        {
            Rule = finding.Rule,
            Guardrail = guard.Holds ? guard.Guardrail : null,
            Data = data,
            AsksApproval = Guardrails.Approval,
        };
    }
}
