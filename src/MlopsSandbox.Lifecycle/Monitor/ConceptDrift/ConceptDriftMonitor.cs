using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.ConceptDrift;

/// <summary>Do decisions go wrong more often than before? Watches the stream of errors in the order in which labels arrive, from the deployment on.</summary>
/// <remarks>
/// HDDM-A: of the library's detectors it is, with ADWIN, the one with the fewest false alarms (docs/detectors.md), it takes no assumption on the errors, finds a jump about as soon as the
/// eager ones, and looks for a rise only. Its stream is read anew from the catalog at each check, so that no state can be lost, or told twice.
/// </remarks>
public static class ConceptDriftMonitor
{
    /// <summary>Labels below which nothing is judged.</summary>
    public const int LeastLabels = 100;

    /// <summary>The detector's confidence is the monitor's share of a check's budget over this many comparisons, as each label brings one.</summary>
    public const int Comparisons = 100;

    /// <summary>Tells a drift whose label arrived within the window's time.</summary>
    public static MonitorResult Judge(double alpha, double? threshold, MonitorEvidence evidence)
    {
        CapturedRequest[] arrived = [.. evidence.Served.Where(request => request.Label is not null && request.LabelAt <= evidence.Span.End).OrderBy(request => request.LabelAt).ThenBy(request => request.Sequence)];
        if (arrived.Length < LeastLabels)
            return MonitorResult.Unjudged(MonitorKind.ConceptDrift, alpha, Invariant($"{arrived.Length} labels have arrived since the deployment; errors are watched from {LeastLabels} on."));
        double confidence = alpha / Comparisons;
        HddmA detector = new(new HddmAOptions { DriftConfidence = confidence, WarningConfidence = 5 * confidence });
        CapturedRequest? drift = null;
        foreach (CapturedRequest request in arrived)
        {
            bool wrong = (request.Score >= (threshold ?? double.PositiveInfinity)) != Classes.IsPositive(request.Label!.Value);
            if (detector.Update(wrong ? 1 : 0) == DriftState.Drift) drift = request;
        }

        return MonitorResult.Of(MonitorKind.ConceptDrift, alpha, [Finding(alpha, evidence, drift, detector, arrived.Length)]);
    }

    private static MonitorFinding Finding(double alpha, MonitorEvidence evidence, CapturedRequest? drift, HddmA detector, int labels)
    {
        bool recent = drift is not null && evidence.Span.HasArrived(drift.LabelAt);
        string state = detector.State == DriftState.Warning ? "a rise is suspected" : "no rise is seen";
        return new MonitorFinding
        {
            Subject = "errors",
            Measure = "hddm-a",
            Value = detector.Mean,
            Alpha = alpha,
            Found = recent,
            Text = recent
                ? Invariant($"The error rate rose; seen by the label of {drift!.LabelAt.UtcDateTime:yyyy-MM-dd}. {detector.Mean:P1} of decisions were wrong since the stream began anew.")
                : Invariant($"{detector.Mean:P1} of {labels} labelled decisions were wrong; {state}."),
        };
    }
}
