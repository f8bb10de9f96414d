using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Deploy;

/// <summary>What a model takes, what it answers, and what it was fitted on.</summary>
public sealed record ModelSignature
{
    /// <summary>Features of a request, in the scenario's order; any may be missing.</summary>
    public required IReadOnlyList<Feature> Inputs { get; init; }
    /// <summary>The label's column.</summary>
    public required string Label { get; init; }
    /// <summary>The class whose probability the model answers; null when it answers a number.</summary>
    public required string? Positive { get; init; }
    /// <summary>Probability at or above which a row is called positive, at the least cost on the validation rows; null when calling none is cheapest, and when it answers a number.</summary>
    public required double? Threshold { get; init; }
    /// <summary>The trainer that fitted it.</summary>
    public required string Trainer { get; init; }
    /// <summary>The trainer's hyperparameters.</summary>
    public required IReadOnlyDictionary<string, double> Parameters { get; init; }
    /// <summary>Content hash of the dataset version that it came from.</summary>
    public required string Dataset { get; init; }
    /// <summary>Rows that it was fitted on.</summary>
    public required int FitRows { get; init; }
    /// <summary>Digest of their row ids, see <see cref="RowIdDigest"/>.</summary>
    public required string FitRowsDigest { get; init; }

    /// <summary>As JSON, for the catalog.</summary>
    public JsonElement ToJson() => ArtifactJson.Element(this);
}
