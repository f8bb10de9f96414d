using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using static MlopsSandbox.Lifecycle.Train.TreeHyperparameters;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>Boosted regression trees: MART (Friedman, 2001), as ML.NET's FastTree makes them.</summary>
internal static class FastTreeFamily
{
    public static TrainerFamily Family { get; } = new(
        "fasttree",
        "boosted trees, ML.NET's FastTree",
        All,
        (context, seed, values) => context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfThreads = 1,
            Seed = seed,
            FeatureSelectionSeed = seed,
            NumberOfTrees = (int)values[Trees],
            NumberOfLeaves = (int)values[Leaves],
            LearningRate = values[LearningRate],
            MinimumExampleCountPerLeaf = (int)values[RowsPerLeaf],
            FeatureFraction = values[FeatureShare],
        }),
        (context, seed, values) => context.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options
        {
            NumberOfThreads = 1,
            Seed = seed,
            FeatureSelectionSeed = seed,
            NumberOfTrees = (int)values[Trees],
            NumberOfLeaves = (int)values[Leaves],
            LearningRate = values[LearningRate],
            MinimumExampleCountPerLeaf = (int)values[RowsPerLeaf],
            FeatureFraction = values[FeatureShare],
        }));
}
