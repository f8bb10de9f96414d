using System.Diagnostics;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Train;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>The models of an evaluation in one line each, for whoever decides between them.</summary>
internal static class EvaluationText
{
    private const int HashDigits = 12;

    /// <summary>The candidate: its trainer and content hash, and what it reached, on the champion's rows where these are fewer.</summary>
    public static string OfCandidate(Candidate best, RankedModel candidate, Evaluation evaluation)
    {
        ModelQuality quality = evaluation.Comparison?.Candidate ?? evaluation.Candidate;
        return Invariant($"{candidate.Package.Signature.Trainer} {candidate.Hash.Hex[..HashDigits]} ({On(quality)}, validation {evaluation.Headline.Name.ToUpperInvariant()} {best.Validation:0.0000})");
    }

    /// <summary>The champion: its version and trainer, and what it reached.</summary>
    public static string OfChampion(ModelVersion champion, RankedModel model, Evaluation evaluation)
    {
        string reached = evaluation.Comparison?.Champion is { } quality ? On(quality) : "not comparable: too few test rows that it was not fitted on";
        return Invariant($"{champion.Model} version {champion.Version} ({model.Package.Signature.Trainer} {model.Hash.Hex[..HashDigits]}, {reached})");
    }

    private static string On(ModelQuality quality) => quality switch
    {
        ClassificationQuality classes => Invariant($"AUC {classes.Auc:0.0000} and log loss {classes.LogLoss:0.0000} on {classes.Rows} test rows"),
        RegressionQuality numbers => Invariant($"MAE {numbers.Mae:0.0000} and RMSE {numbers.Rmse:0.0000} on {numbers.Rows} test rows"),
        _ => throw new UnreachableException($"no words for {quality.GetType().Name}"),
    };
}
