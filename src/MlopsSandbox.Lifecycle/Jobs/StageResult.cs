using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>What a stage answers.</summary>
public abstract record StageResult;

/// <summary>The stage is done.</summary>
/// <param name="Outcome">The port to leave by: <c>Done</c>, <c>Accepted</c>, <c>Rejected</c>, …</param>
/// <param name="Outputs">What it made, by output name.</param>
/// <param name="Metrics">Figures of this execution, by name, such as <c>auc</c>.</param>
/// <param name="Effects">What the catalog is to remember, committed with the outcome in one transaction.</param>
public sealed record StageCompleted(
    string Outcome,
    IReadOnlyDictionary<string, StageOutput> Outputs,
    IReadOnlyDictionary<string, double> Metrics,
    IReadOnlyList<CatalogEffect> Effects) : StageResult;

/// <summary>The stage wants these trials run, in parallel, before it is asked again.</summary>
/// <param name="Trials">The next batch; ordinals go on where the batch before ended.</param>
public sealed record TrialsWanted(IReadOnlyList<TrialSpec> Trials) : StageResult;

/// <summary>A trial to run.</summary>
/// <param name="Ordinal">From 0, over all batches of the execution.</param>
/// <param name="Settings">Its settings, such as trainer and hyperparameters.</param>
public sealed record TrialSpec(int Ordinal, JsonElement Settings);

/// <summary>A trial that has ended well.</summary>
public sealed record TrialResult(TrialSpec Trial, IReadOnlyDictionary<string, StageOutput> Outputs, IReadOnlyDictionary<string, double> Metrics);

/// <summary>Something that a stage made: an artifact of a kind, or a small value.</summary>
/// <param name="Kind">What later stages look for, see <see cref="OutputKinds"/>.</param>
/// <param name="Hash">The artifact; null for a value.</param>
/// <param name="Value">The value; null for an artifact.</param>
public sealed record StageOutput(string Kind, ContentHash? Hash, JsonElement? Value = null);

/// <summary>The kinds of output that stages hand on.</summary>
public static class OutputKinds
{
    /// <summary>A typed table with row ids, as Parquet.</summary>
    public const string Dataset = "dataset";
    /// <summary>Schema and profile of a dataset, as JSON.</summary>
    public const string Profile = "profile";
    /// <summary>Prepared table (encoded, with its split), as Parquet.</summary>
    public const string Prepared = "prepared";
    /// <summary>The fitted recipe that turns a raw row into a feature vector, as JSON.</summary>
    public const string Recipe = "recipe";
    /// <summary>A fitted model with its recipe, as a zip: what an endpoint loads.</summary>
    public const string Model = "model";
    /// <summary>Measured quality with curves, as JSON.</summary>
    public const string Evaluation = "evaluation";
    /// <summary>What a monitor compares against, as JSON.</summary>
    public const string Baseline = "baseline";
    /// <summary>A drift report, as JSON.</summary>
    public const string DriftReport = "driftReport";
    /// <summary>A small value.</summary>
    public const string Value = "value";
}
