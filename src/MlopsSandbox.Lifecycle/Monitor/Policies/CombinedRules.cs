namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>Asks when any of its rules does.</summary>
/// <param name="Of">The rules; at least one.</param>
public sealed record AnyRule(IReadOnlyList<RetrainRule> Of) : RetrainRule
{
    /// <inheritdoc/>
    public override string Kind => PolicyWords.Any;

    /// <inheritdoc/>
    public override RuleFinding Judge(RetrainEvidence evidence)
    {
        RuleFinding[] findings = [.. Of.Select(rule => rule.Judge(evidence))];
        RuleFinding[] firing = [.. findings.Where(finding => finding.Fires)];
        return firing.Length > 0
            ? firing[0] with { Text = string.Join("; ", firing.Select(finding => finding.Text)) }
            : Rests(string.Join(' ', findings.Select(finding => finding.Text)));
    }
}

/// <summary>Asks when all of its rules do.</summary>
/// <param name="Of">The rules; at least one.</param>
public sealed record AllRule(IReadOnlyList<RetrainRule> Of) : RetrainRule
{
    /// <inheritdoc/>
    public override string Kind => PolicyWords.All;

    /// <inheritdoc/>
    public override RuleFinding Judge(RetrainEvidence evidence)
    {
        RuleFinding[] findings = [.. Of.Select(rule => rule.Judge(evidence))];
        return findings.All(finding => finding.Fires)
            ? findings[0] with { Text = string.Join("; ", findings.Select(finding => finding.Text)) }
            : Rests(string.Join(' ', findings.Where(finding => !finding.Fires).Select(finding => finding.Text)));
    }
}
