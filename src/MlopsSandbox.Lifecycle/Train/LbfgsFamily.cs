using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>Logistic, or for numbers of 0 or more Poisson, regression by limited-memory BFGS (Liu and Nocedal, 1989; with L1 the orthant-wise form of Andrew and Gao, 2007).</summary>
internal static class LbfgsFamily
{
    public static TrainerFamily Family { get; } = new(
        "lbfgs",
        "generalised linear model by limited-memory BFGS",
        [
            new Hyperparameter("l2", Default: 1, Low: 1e-2, High: 1e2, IsLogarithmic: true),
            new Hyperparameter("l1", Default: 0.5, Low: 1e-2, High: 10, IsLogarithmic: true),
        ],
        (context, _, values) => context.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            NumberOfThreads = 1,
            L2Regularization = (float)values["l2"],
            L1Regularization = (float)values["l1"],
        }),
        (context, _, values) => context.Regression.Trainers.LbfgsPoissonRegression(new LbfgsPoissonRegressionTrainer.Options
        {
            NumberOfThreads = 1,
            L2Regularization = (float)values["l2"],
            L1Regularization = (float)values["l1"],
        }));
}
