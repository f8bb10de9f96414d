namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>Asks when labels that have arrived show that the model lost too much, and more than chance.</summary>
/// <param name="Loss">Loss against the held-out rows, in the metric's own units, from which on it asks; above 0.</param>
public sealed record QualityRule(double Loss) : RetrainRule
{
    /// <inheritdoc/>
    public override string Kind => PolicyWords.Quality;

    /// <inheritdoc/>
    public override RuleFinding Judge(RetrainEvidence evidence) =>
        LossJudgement.Of(evidence.Quality, Loss, "measured", "Too few labels have arrived to measure quality.") is var (fires, text) && fires ? Fires(text) : Rests(text);
}

/// <summary>Asks when the estimate before labels says that the model lost too much, and more than the estimate may err by chance.</summary>
/// <param name="Loss">Loss against the held-out rows, in the metric's own units, from which on it asks; above 0.</param>
public sealed record EstimatedQualityRule(double Loss) : RetrainRule
{
    /// <inheritdoc/>
    public override string Kind => PolicyWords.EstimatedQuality;

    /// <inheritdoc/>
    public override RuleFinding Judge(RetrainEvidence evidence) =>
        LossJudgement.Of(evidence.EstimatedQuality, Loss, "estimated", "This check estimates no quality.") is var (fires, text) && fires ? Fires(text) : Rests(text);
}

/// <summary>Whether a loss of quality counts.</summary>
internal static class LossJudgement
{
    /// <summary>A normal variable is above this with probability 0.01: the chance of asking where nothing was lost.</summary>
    private const double Certain = 2.326;

    public static (bool Fires, string Text) Of(QualityEvidence? quality, double loss, string how, string nothing)
    {
        if (quality is null) return (false, nothing);
        string found = $"{quality.Metric} {how} at {PolicyText.Figure(quality.Value)} against {PolicyText.Figure(quality.Reference)}, a loss of {PolicyText.Figure(quality.Loss)}";
        if (quality.Loss < loss) return (false, $"{found}, below {PolicyText.Figure(loss)}.");
        double byChance = Certain * quality.LossError;
        return quality.Loss > byChance
            ? (true, $"{found}, {PolicyText.Figure(loss)} is too much")
            : (false, $"{found}, which chance alone gives up to {PolicyText.Figure(byChance)}.");
    }
}
