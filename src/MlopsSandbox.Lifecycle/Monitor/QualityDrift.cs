using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Holds the AUC of rows whose labels have arrived against the held-out AUC: has it fallen? Both standard errors count.</summary>
internal static class QualityDrift
{
    public static DriftMeasure Of(AucEstimate baseline, AucEstimate window, double alpha)
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
}
