using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Prep;

namespace MlopsSandbox.Web.Runs.Previews;

/// <summary>What a stage made, as far as there is something to look at.</summary>
internal sealed record MadeThings
{
    private const long MostBytes = 16 << 20;

    /// <summary>A dataset's profile; null when it made none.</summary>
    public DatasetProfile? Profile { get; init; }
    /// <summary>The dataset; null when it made none, or one of more than 16 MiB.</summary>
    public Dataset? Dataset { get; init; }
    /// <summary>The recipe; null when it made none.</summary>
    public Recipe? Recipe { get; init; }
    /// <summary>The evaluation; null when it made none.</summary>
    public Evaluation? Evaluation { get; init; }
    /// <summary>The drift report; null when it made none.</summary>
    public JsonElement? Report { get; init; }

    /// <summary>Reads the artifacts among some outputs.</summary>
    /// <exception cref="IOException">One is gone.</exception>
    /// <exception cref="InvalidDataException">One was changed.</exception>
    /// <exception cref="FormatException">One is not what its kind says.</exception>
    public static MadeThings Read(ArtifactStore artifacts, IEnumerable<StageOutput> outputs)
    {
        MadeThings made = new();
        foreach ((string kind, ContentHash hash) in outputs.Where(output => output.Hash is not null).Select(output => (output.Kind, output.Hash!.Value)).Distinct())
        {
            made = kind switch
            {
                OutputKinds.Profile => made with { Profile = DatasetProfile.Read(artifacts.Get(hash)) },
                OutputKinds.Dataset when new FileInfo(artifacts.PathOf(hash)) is { Exists: true, Length: <= MostBytes } => made with { Dataset = DatasetParquet.Read(artifacts.Get(hash)) },
                OutputKinds.Recipe => made with { Recipe = Recipe.FromJson(artifacts.Get(hash)) },
                OutputKinds.Evaluation => made with { Evaluation = Evaluation.Read(artifacts.Get(hash)) },
                OutputKinds.DriftReport => made with { Report = JsonElement.Parse(artifacts.Get(hash)) },
                _ => made,
            };
        }
        return made;
    }
}
