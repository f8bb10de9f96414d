using System.Text.Json.Serialization;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>What an evaluation found, with curves: the artifact of kind <c>evaluation</c>.</summary>
public sealed record Evaluation
{
    /// <summary>True when the candidate may be deployed.</summary>
    public required bool Accepted { get; init; }
    /// <summary>Why not, one sentence each; empty when it was accepted.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
    /// <summary>The candidate on all test rows.</summary>
    public required ModelQuality Candidate { get; init; }
    /// <summary>The success criteria and what was reached.</summary>
    public required IReadOnlyList<CriterionResult> Criteria { get; init; }
    /// <summary>Candidate and champion on the same rows; null when there is no champion.</summary>
    public required Comparison? Comparison { get; init; }
    /// <summary>Digest of the test rows' ids.</summary>
    public required string TestRowsDigest { get; init; }
    /// <summary>Digest of the ids of the rows that the candidate was fitted on.</summary>
    public required string FitRowsDigest { get; init; }

    /// <summary>Reads the artifact.</summary>
    /// <exception cref="FormatException">It is no evaluation.</exception>
    public static Evaluation Read(ReadOnlySpan<byte> artifact) => ArtifactJson.Read<Evaluation>(artifact);

    /// <summary>The metric that decided.</summary>
    [JsonIgnore]
    public HeadlineMetric Headline => HeadlineMetric.Of(Candidate is RegressionQuality ? PredictionTask.Regression : PredictionTask.BinaryClassification);

    /// <summary>Figures for the catalog: the candidate's, and <c>championAuc</c> or <c>championMae</c> when there was a champion to measure.</summary>
    public IReadOnlyDictionary<string, double> Metrics()
    {
        Dictionary<string, double> metrics = new(Candidate.Metrics());
        HeadlineMetric headline = Headline;
        if (Comparison?.Champion is { } champion) metrics[headline.With("champion")] = champion.Headline;
        if (Comparison is { RowsLeftOut: > 0, Candidate: { } onSharedRows }) metrics[$"{headline.Name}OnSharedRows"] = onSharedRows.Headline;
        return metrics;
    }
}
