using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;
using static MlopsSandbox.Lifecycle.Train.TreeHyperparameters;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>Boosted trees grown leaf by leaf (Ke et al., 2017), by the native LightGBM library.</summary>
internal static class LightGbmFamily
{
    public static TrainerFamily Family { get; } = new(
        "lightgbm",
        "boosted trees, LightGBM",
        All,
        (context, seed, values) => context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            NumberOfThreads = 1,
            Seed = seed,
            Silent = true,
            NumberOfIterations = (int)values[Trees],
            NumberOfLeaves = (int)values[Leaves],
            LearningRate = values[LearningRate],
            MinimumExampleCountPerLeaf = (int)values[RowsPerLeaf],
            Booster = new GradientBooster.Options { FeatureFraction = values[FeatureShare] },
        }),
        (context, seed, values) => context.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
        {
            NumberOfThreads = 1,
            Seed = seed,
            Silent = true,
            NumberOfIterations = (int)values[Trees],
            NumberOfLeaves = (int)values[Leaves],
            LearningRate = values[LearningRate],
            MinimumExampleCountPerLeaf = (int)values[RowsPerLeaf],
            Booster = new GradientBooster.Options { FeatureFraction = values[FeatureShare] },
        }));
}
