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
        (context, seed, values) => FastTreeCollections.Without(context.BinaryClassification.Trainers.FastTree(Options<FastTreeBinaryTrainer.Options>(seed, values))),
        (context, seed, values) => FastTreeCollections.Without(context.Regression.Trainers.FastTree(Options<FastTreeRegressionTrainer.Options>(seed, values))));

    private static T Options<T>(int seed, IReadOnlyDictionary<string, double> values)
        where T : BoostedTreeOptions, new() => new()
        {
            NumberOfThreads = 1,
            Seed = seed,
            FeatureSelectionSeed = seed,
            NumberOfTrees = (int)values[Trees],
            NumberOfLeaves = (int)values[Leaves],
            LearningRate = values[LearningRate],
            MinimumExampleCountPerLeaf = (int)values[RowsPerLeaf],
            FeatureFraction = values[FeatureShare],
        };
}
