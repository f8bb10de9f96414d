using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>What a dataset looks like: the artifact of kind <c>profile</c>.</summary>
/// <param name="Rows">Rows in all.</param>
/// <param name="Positives">Rows of the positive class; null when the labels are numbers.</param>
/// <param name="Splits">Rows and positives of each split, by its name.</param>
/// <param name="Columns">The features in order.</param>
public sealed record DatasetProfile(int Rows, int? Positives, IReadOnlyDictionary<string, SplitProfile> Splits, IReadOnlyList<ColumnProfile> Columns)
{
    /// <summary>Measures a dataset.</summary>
    public static DatasetProfile Of(Dataset dataset) => new(
        dataset.Rows.Count,
        PositivesOf(dataset.Rows),
        Enum.GetValues<Split>().ToDictionary(split => split.ToString().ToLowerInvariant(), split => SplitProfile.Of(dataset.Part(split))),
        [.. dataset.Rows.Columns.Select(ColumnProfile.Of)]);

    /// <summary>Reads the artifact.</summary>
    /// <exception cref="FormatException">It is no profile.</exception>
    public static DatasetProfile Read(ReadOnlySpan<byte> artifact) => Artifacts.ArtifactJson.Read<DatasetProfile>(artifact);

    internal static int? PositivesOf(Table rows) => rows.Labels.All(label => label is 0 or 1) ? rows.Labels.Count(Classes.IsPositive) : null;
}
