using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>A model that stages before this one made.</summary>
/// <param name="ActivityId">Who made it.</param>
/// <param name="Model">Its package.</param>
/// <param name="Validation">How it does on the validation rows, by the task's headline metric.</param>
internal sealed record Candidate(string ActivityId, ContentHash Model, double Validation)
{
    /// <summary>The best candidate on the incoming paths by the headline metric on the validation rows, ties by activity id; null when there is none.</summary>
    public static Candidate? BestBefore(StageContext context)
    {
        HeadlineMetric headline = context.Scenario.Headline;
        return context.Upstream
            .Where(upstream => upstream.Output is { Kind: OutputKinds.Model, Hash: not null } && upstream.Metrics.ContainsKey(headline.OfValidation))
            .Select(upstream => new Candidate(upstream.ActivityId, upstream.Output.Hash!.Value, upstream.Metrics[headline.OfValidation]))
            .OrderByDescending(candidate => headline.Merit(candidate.Validation))
            .ThenBy(candidate => candidate.ActivityId, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>The best candidate on the incoming paths.</summary>
    /// <exception cref="StageException">There is none (<c>input-missing</c>).</exception>
    public static Candidate RequiredBefore(StageContext context) => BestBefore(context) ?? throw new StageException("input-missing",
        $"activity '{context.ActivityId}': no activity on its incoming paths fitted a model; expected one at least. Put MlopsSandbox.Train before it in the workflow.");
}
