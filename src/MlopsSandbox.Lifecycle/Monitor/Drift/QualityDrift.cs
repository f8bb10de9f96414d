using MathNet.Numerics.Distributions;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Holds the answers to rows whose labels have arrived against the held-out rows.</summary>
internal static class QualityDrift
{
    /// <summary>Tests at level <paramref name="alpha"/>: of classes whether the AUC has fallen, of numbers whether the error has grown or the mean error has moved.</summary>
    public static DriftMeasure Of(Baseline baseline, LabelledWindow window, QualityTest test, double alpha) => (baseline.Task, test) switch
    {
        (PredictionTask.BinaryClassification, _) => OfAuc(
            RocAuc.Of(baseline.HeldOutScores, Classes.Of(baseline.HeldOutLabels)), RocAuc.Of(window.Scores, Classes.Of(window.Labels)), alpha),
        (_, QualityTest.Mae) => OfErrors("mae", Errors(baseline, Math.Abs), Errors(window, Math.Abs), alpha, isTwoSided: false),
        _ => OfErrors("bias", Errors(baseline, error => error), Errors(window, error => error), alpha, isTwoSided: true),
    };

    // Both standard errors count.
    private static DriftMeasure OfAuc(AucEstimate baseline, AucEstimate window, double alpha)
    {
        double error = Math.Sqrt((baseline.StandardError * baseline.StandardError) + (window.StandardError * window.StandardError));
        return new DriftMeasure
        {
            Name = "quality",
            Kind = DriftKind.Quality,
            Test = "auc",
            Score = baseline.Value - window.Value,
            Threshold = -AucEstimate.CriticalZ(alpha) * error,
            P = window.TestBelow(baseline).PValue,
            Alpha = alpha,
            Effect = baseline.Value - window.Value,
        };
    }

    private static DriftMeasure OfErrors(string test, double[] baseline, double[] window, double alpha, bool isTwoSided)
    {
        TestResult welch = WelchT.Test(baseline, window);
        double rise = window.Average() - baseline.Average();
        double oneSided = rise > 0 ? welch.PValue / 2 : 1 - (welch.PValue / 2);
        return new DriftMeasure
        {
            Name = "quality",
            Kind = DriftKind.Quality,
            Test = test,
            Score = isTwoSided ? Math.Abs(rise) : rise,
            Threshold = LeastRise(baseline, window, isTwoSided ? alpha / 2 : alpha),
            P = isTwoSided ? welch.PValue : oneSided,
            Alpha = alpha,
            Effect = isTwoSided ? Math.Abs(rise) : rise,
        };
    }

    // The rise that Welch's test finds at this one-sided level.
    private static double LeastRise(double[] baseline, double[] window, double level)
    {
        double before = Variance(baseline) / baseline.Length, now = Variance(window) / window.Length, both = before + now;
        double degreesOfFreedom = both * both / ((before * before / (baseline.Length - 1)) + (now * now / (window.Length - 1)));
        return both == 0 ? 0 : StudentT.InvCDF(0, 1, degreesOfFreedom, 1 - level) * Math.Sqrt(both);
    }

    private static double[] Errors(Baseline baseline, Func<double, double> size) => Errors(baseline.HeldOutScores, baseline.HeldOutLabels, size);

    private static double[] Errors(LabelledWindow window, Func<double, double> size) => Errors(window.Scores, window.Labels, size);

    private static double[] Errors(double[] scores, double[] labels, Func<double, double> size) => [.. PredictionErrors.Errors(scores, labels).Select(size)];

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
