using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>A model that stages before this one made.</summary>
/// <param name="ActivityId">Who made it.</param>
/// <param name="Model">Its package.</param>
/// <param name="ValidationAuc">How it does on the validation rows.</param>
internal sealed record Candidate(string ActivityId, ContentHash Model, double ValidationAuc)
{
    /// <summary>The best candidate on the incoming paths by validation AUC, ties by activity id; null when there is none.</summary>
    public static Candidate? BestBefore(StageContext context) => context.Upstream
        .Where(upstream => upstream.Output is { Kind: OutputKinds.Model, Hash: not null } && upstream.Metrics.ContainsKey(CandidateFit.ValidationAuc))
        .Select(upstream => new Candidate(upstream.ActivityId, upstream.Output.Hash!.Value, upstream.Metrics[CandidateFit.ValidationAuc]))
        .OrderByDescending(candidate => candidate.ValidationAuc)
        .ThenBy(candidate => candidate.ActivityId, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>The best candidate on the incoming paths.</summary>
    /// <exception cref="StageException">There is none (<c>input-missing</c>).</exception>
    public static Candidate RequiredBefore(StageContext context) => BestBefore(context) ?? throw new StageException("input-missing",
        $"activity '{context.ActivityId}': no activity on its incoming paths fitted a model; expected one at least. Put MlopsSandbox.Train before it in the workflow.");
}
