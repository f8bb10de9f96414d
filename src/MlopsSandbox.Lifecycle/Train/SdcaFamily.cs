using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>Logistic, or for numbers linear, regression by stochastic dual coordinate ascent (Shalev-Shwartz and Zhang, 2013).</summary>
internal static class SdcaFamily
{
    private const int Passes = 100;

    public static TrainerFamily Family { get; } = new(
        "sdca",
        "linear model by stochastic dual coordinate ascent",
        [
            new Hyperparameter("l2", Default: 1e-4, Low: 1e-6, High: 1e-1, IsLogarithmic: true),
            new Hyperparameter("l1", Default: 0, Low: 0, High: 0.5),
        ],
        (context, _, values) => context.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options
        {
            NumberOfThreads = 1,
            MaximumNumberOfIterations = Passes,
            L2Regularization = (float)values["l2"],
            L1Regularization = (float)values["l1"],
        }),
        (context, _, values) => context.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options
        {
            NumberOfThreads = 1,
            MaximumNumberOfIterations = Passes,
            L2Regularization = (float)values["l2"],
            L1Regularization = (float)values["l1"],
        }));
}
