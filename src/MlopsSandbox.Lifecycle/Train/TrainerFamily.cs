using Microsoft.ML;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>A kind of model with its trainer.</summary>
/// <param name="Name">Name in definitions, such as <c>fasttree</c>.</param>
/// <param name="Description">What it is, in a few words.</param>
/// <param name="Hyperparameters">What can be set.</param>
/// <param name="Create">The ML.NET trainer: one thread, seeded, with a value for each hyperparameter.</param>
internal sealed record TrainerFamily(
    string Name,
    string Description,
    IReadOnlyList<Hyperparameter> Hyperparameters,
    Func<MLContext, int, IReadOnlyDictionary<string, double>, IEstimator<ITransformer>> Create)
{
    /// <summary>The settings that are used without tuning.</summary>
    public TrainerSettings Defaults() => new(Name, Values(parameter => parameter.Default));

    /// <summary>One random trial.</summary>
    public TrainerSettings Draw(int seed)
    {
        SeededRandom random = new(seed);
        return new TrainerSettings(Name, Values(parameter => parameter.Draw(random)));
    }

    private SortedDictionary<string, double> Values(Func<Hyperparameter, double> value) =>
        new(Hyperparameters.ToDictionary(parameter => parameter.Name, value), StringComparer.Ordinal);
}
