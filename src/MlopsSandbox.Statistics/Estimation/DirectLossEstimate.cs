namespace MlopsSandbox.Statistics;

/// <summary>Quality of a regression before labels: a second model predicts each row's loss, and its predictions are calibrated on rows whose loss is known (direct loss estimation, DLE).</summary>
/// <remarks>
/// As NannyML's DLE (2022), with the calibration of <see cref="IsotonicCalibration"/> added, which takes away what the second model gets wrong on average. The second model is the
/// caller's: its predictions for the known rows must be out of fold, or they flatter. Blind to concept drift that its features don't show.
/// </remarks>
public sealed class DirectLossEstimate
{
    private readonly IsotonicCalibration _calibration;
    private readonly double _residualVariance;

    private DirectLossEstimate(IsotonicCalibration calibration, double residualVariance) => (_calibration, _residualVariance) = (calibration, residualVariance);

    /// <summary>Learns from rows whose loss is known.</summary>
    /// <param name="losses">The loss of each row, such as |y − ŷ| or (y − ŷ)², at least 0.</param>
    /// <param name="predicted">What the second model predicted for it.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are fewer than two rows, a number is not finite, or a loss is below 0.</exception>
    public static DirectLossEstimate Fit(ReadOnlySpan<double> losses, ReadOnlySpan<double> predicted)
    {
        if (losses.Length < 2) throw new ArgumentException($"There are {losses.Length} rows; expected at least two, to tell by how much losses scatter.");
        IsotonicCalibration calibration = IsotonicCalibration.Fit(predicted, losses);
        double sum = 0;
        for (int i = 0; i < losses.Length; i++)
        {
            if (losses[i] < 0) throw new ArgumentException($"Loss {i} is {losses[i]}; expected at least 0.");
            double residual = losses[i] - calibration.Apply(predicted[i]);
            sum += residual * residual;
        }

        return new DirectLossEstimate(calibration, sum / (losses.Length - 1));
    }

    /// <summary>Expected mean loss of new rows: their mean absolute error, when losses are absolute errors.</summary>
    /// <param name="predicted">What the second model predicts for each.</param>
    /// <returns>The mean, at least 0; its standard error assumes that losses scatter around their prediction as they did on the known rows.</returns>
    /// <exception cref="ArgumentException">There are no rows, or a prediction is not finite.</exception>
    public Estimated Mean(ReadOnlySpan<double> predicted)
    {
        if (predicted.IsEmpty) throw new ArgumentException("There are no rows; expected at least one predicted loss.");
        FiniteNumbers.Require(predicted, "Predicted loss");
        double sum = 0;
        foreach (double loss in predicted) sum += _calibration.Apply(loss);
        return new Estimated(sum / predicted.Length, Math.Sqrt(_residualVariance / predicted.Length));
    }

    /// <summary>Square root of the expected mean loss: the root mean squared error, when losses are squared errors.</summary>
    /// <param name="predicted">What the second model predicts for each.</param>
    /// <returns>The root, at least 0; its standard error to first order, NaN at 0.</returns>
    /// <exception cref="ArgumentException">There are no rows, or a prediction is not finite.</exception>
    public Estimated RootMean(ReadOnlySpan<double> predicted)
    {
        Estimated mean = Mean(predicted);
        double root = Math.Sqrt(mean.Value);
        return new Estimated(root, root > 0 ? mean.StandardError / (2 * root) : double.NaN);
    }
}
