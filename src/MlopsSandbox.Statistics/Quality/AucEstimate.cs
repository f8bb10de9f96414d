using MathNet.Numerics.Distributions;

namespace MlopsSandbox.Statistics;

/// <summary>Area under the ROC curve with how sure it is.</summary>
/// <param name="Value">Probability that a positive row scores above a negative one, ties counting half; in [0, 1], 0.5 is guessing; NaN with one class.</param>
/// <param name="StandardError">DeLong's; 0 when the classes are wholly apart, NaN with fewer than two rows of a class.</param>
/// <param name="Positives">Rows of the positive class.</param>
/// <param name="Negatives">Rows of the negative class.</param>
public readonly record struct AucEstimate(double Value, double StandardError, int Positives, int Negatives)
{
    /// <summary>Tests whether the true area behind this estimate lies below that of an estimate from other rows.</summary>
    /// <returns>z = (this − reference) / √(both standard errors squared), and its one-sided p value Φ(z); NaN when either is undefined.</returns>
    /// <remarks>
    /// Hanley and McNeil (1982), Radiology 143, 29–36, for independent samples. With the 30 to 100 positives of a small window the normal tail is
    /// off by at most a factor of two at p = 0.0002.
    /// </remarks>
    public TestResult TestBelow(AucEstimate reference)
    {
        double error = Math.Sqrt((StandardError * StandardError) + (reference.StandardError * reference.StandardError));
        double difference = Value - reference.Value;
        double z = difference == 0 ? (error * 0) : difference / error;
        return new TestResult(z, double.IsNaN(z) ? double.NaN : Normal.CDF(0, 1, z));
    }

    /// <summary>The z at or below which <see cref="TestBelow"/> is significant at <paramref name="alpha"/>; negative for levels below one half.</summary>
    public static double CriticalZ(double alpha) => Normal.InvCDF(0, 1, alpha);
}
