namespace MlopsSandbox.Lifecycle.Train;

/// <summary>What boosted trees have in common; the defaults suit 500 to 5,000 rows.</summary>
internal static class TreeHyperparameters
{
    public const string Trees = "trees", Leaves = "leaves", LearningRate = "learningRate", RowsPerLeaf = "rowsPerLeaf", FeatureShare = "featureShare";

    public static IReadOnlyList<Hyperparameter> All { get; } =
    [
        new Hyperparameter(Trees, Default: 80, Low: 30, High: 160, IsWhole: true),
        new Hyperparameter(Leaves, Default: 8, Low: 3, High: 24, IsLogarithmic: true, IsWhole: true),
        new Hyperparameter(LearningRate, Default: 0.08, Low: 0.02, High: 0.25, IsLogarithmic: true),
        new Hyperparameter(RowsPerLeaf, Default: 15, Low: 5, High: 50, IsLogarithmic: true, IsWhole: true),
        new Hyperparameter(FeatureShare, Default: 0.7, Low: 0.4, High: 1),
    ];
}
