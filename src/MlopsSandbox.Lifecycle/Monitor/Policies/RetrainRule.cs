namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>What asks for a retrain: one of the kinds in <see cref="PolicyWords.Rules"/>. It only asks; whether there is enough to learn from is for the guardrails.</summary>
public abstract record RetrainRule
{
    /// <summary>Its kind, as policies are written.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether it asks for a retrain, and why. Pure.</summary>
    public abstract RuleFinding Judge(RetrainEvidence evidence);

    /// <summary>It asks.</summary>
    /// <param name="text">Why, as the beginning of a sentence: what guards say comes after a colon.</param>
    protected RuleFinding Fires(string text) => new(true, text, Kind);

    /// <summary>It asks for nothing.</summary>
    /// <param name="text">Why not, as a sentence.</param>
    protected RuleFinding Rests(string text) => new(false, text, Kind);
}

/// <summary>What a rule found.</summary>
/// <param name="Fires">True when it asks for a retrain.</param>
/// <param name="Text">Why, or why not, for people.</param>
/// <param name="Rule">The kind of the rule that tells, within a combination the one that fired first.</param>
public sealed record RuleFinding(bool Fires, string Text, string Rule);
