namespace MlopsSandbox.Statistics;

/// <summary>How far predicted numbers were from the true ones.</summary>
/// <param name="Rows">Rows that were measured.</param>
/// <param name="MeanAbsolute">Mean of |prediction − label|, in the label's unit; 0 is perfect, less is better.</param>
/// <param name="MeanAbsoluteStandardError">Its standard error for independent rows, s / √n by n − 1; NaN with one row.</param>
/// <param name="RootMeanSquare">Root of the mean squared error, in the label's unit; at least <paramref name="MeanAbsolute"/>, and the more above it the fewer rows make the error.</param>
/// <param name="RSquared">1 − squared errors / squared distances from the labels' mean: 1 is perfect, 0 is as good as that mean, below 0 worse; NaN when the labels do not vary.</param>
/// <param name="MeanAbsolutePercentage">Mean of |prediction − label| / |label|, as a share; NaN when a label is 0. Small labels weigh most in it.</param>
/// <param name="Mean">Mean of prediction − label: below 0 the predictions are too low.</param>
public readonly record struct PredictionErrors(
    int Rows, double MeanAbsolute, double MeanAbsoluteStandardError, double RootMeanSquare, double RSquared, double MeanAbsolutePercentage, double Mean)
{
    /// <summary>Measures predictions.</summary>
    /// <param name="predictions">Finite numbers.</param>
    /// <param name="labels">The true numbers, in the same order.</param>
    /// <remarks>O(n). The definitions are those of scikit-learn's <c>mean_absolute_error</c>, <c>mean_squared_error</c> and <c>r2_score</c>.</remarks>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a number is not finite.</exception>
    public static PredictionErrors Of(ReadOnlySpan<double> predictions, ReadOnlySpan<double> labels)
    {
        double[] errors = Errors(predictions, labels);
        int rows = errors.Length;
        double absolute = errors.Average(Math.Abs), squares = errors.Sum(error => error * error), ofLabels = Average(labels), spread = 0, shares = 0;
        for (int i = 0; i < rows; i++)
        {
            spread += (labels[i] - ofLabels) * (labels[i] - ofLabels);
            shares += labels[i] == 0 ? double.NaN : Math.Abs(errors[i] / labels[i]);
        }

        double variance = rows < 2 ? double.NaN : errors.Sum(error => (Math.Abs(error) - absolute) * (Math.Abs(error) - absolute)) / (rows - 1);
        return new PredictionErrors(
            rows, absolute, Math.Sqrt(variance / rows), Math.Sqrt(squares / rows), spread == 0 ? double.NaN : 1 - (squares / spread), shares / rows, errors.Average());
    }

    /// <summary>Prediction − label of each row.</summary>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a number is not finite.</exception>
    public static double[] Errors(ReadOnlySpan<double> predictions, ReadOnlySpan<double> labels)
    {
        if (predictions.Length != labels.Length)
            throw new ArgumentException($"{predictions.Length} predictions against {labels.Length} labels; expected one label for each prediction.");
        if (predictions.IsEmpty) throw new ArgumentException("There are no rows; expected at least one prediction with its label.");
        double[] errors = new double[labels.Length];
        for (int i = 0; i < errors.Length; i++)
        {
            errors[i] = predictions[i] - labels[i];
            if (!double.IsFinite(errors[i])) throw new ArgumentException($"Row {i} has prediction {predictions[i]} and label {labels[i]}; expected finite numbers.");
        }

        return errors;
    }

    private static double Average(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += value;
        return sum / values.Length;
    }
}
