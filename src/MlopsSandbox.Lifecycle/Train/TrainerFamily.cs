using Microsoft.ML;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>Makes an ML.NET trainer.</summary>
/// <param name="context">The fit's own.</param>
/// <param name="seed">Of the fit.</param>
/// <param name="values">A value for each hyperparameter.</param>
internal delegate IEstimator<ITransformer> TrainerOfTask(MLContext context, int seed, IReadOnlyDictionary<string, double> values);

/// <summary>A kind of model with its trainers.</summary>
/// <param name="Name">Name in definitions, such as <c>fasttree</c>.</param>
/// <param name="Description">What it is, in a few words.</param>
/// <param name="Hyperparameters">What can be set.</param>
/// <param name="ForClasses">The ML.NET trainer of two classes: one thread, seeded, with a value for each hyperparameter.</param>
/// <param name="ForNumbers">The same for numbers.</param>
internal sealed record TrainerFamily(
    string Name,
    string Description,
    IReadOnlyList<Hyperparameter> Hyperparameters,
    TrainerOfTask ForClasses,
    TrainerOfTask ForNumbers)
{
    /// <summary>The trainer of a task.</summary>
    public TrainerOfTask For(PredictionTask task) => task == PredictionTask.Regression ? ForNumbers : ForClasses;

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
