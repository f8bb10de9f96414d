using MlopsSandbox.Lifecycle.Monitor.DataQuality;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.EstimatedQuality;

/// <summary>How good the window's decisions will turn out to be, before their labels arrive, if scores still mean what they meant on the held-out rows.</summary>
/// <remarks>Blind to concept drift: a relation that changed shows in no score. The measured quality tells, later.</remarks>
public static class EstimatedQualityMonitor
{
    /// <summary>Requests below which nothing is estimated.</summary>
    public const int LeastRows = 100;

    /// <summary>The measure's name of the area under the ROC curve.</summary>
    internal const string Auc = "auc";

    /// <summary>
    /// Estimates the cost of a request by CBPE, calibrated on the held-out rows, and tells a cost that lies above that of the held-out rows, estimated alike, by more than chance explains.
    /// </summary>
    public static MonitorResult Judge(double alpha, MonitorBaseline baseline, MonitorEvidence evidence)
    {
        if (evidence.Window.Requests.Count < LeastRows)
        {
            return MonitorResult.Unjudged(MonitorKind.EstimatedQuality, alpha,
                Invariant($"The window has {evidence.Window.Requests.Count} requests; quality is estimated from {LeastRows} on."));
        }

        IsotonicCalibration calibration = IsotonicCalibration.Fit(evidence.Baseline.HeldOutScores, Classes.Of(evidence.Baseline.HeldOutLabels));
        ExpectedQuality window = Of(calibration, evidence.Window, baseline.Threshold);
        return MonitorResult.Of(MonitorKind.EstimatedQuality, alpha,
        [
            OfCost(alpha, calibration, window, evidence, baseline),
            Shown("accuracy", window.Accuracy, baseline.Decisions.Accuracy),
            Shown(Auc, window.RocAuc, evidence.Baseline.HeldOut.Value),
            .. ComeTrue(calibration, baseline, evidence),
        ]);
    }

    private static ExpectedQuality Of(IsotonicCalibration calibration, ObservedRequests requests, double? threshold)
    {
        double[] scores = [.. requests.Requests.Select(request => request.Score)];
        return ExpectedQuality.Of(calibration.Apply(scores), scores, threshold ?? double.PositiveInfinity);
    }

    private static MonitorFinding OfCost(double alpha, IsotonicCalibration calibration, ExpectedQuality window, MonitorEvidence evidence, MonitorBaseline baseline)
    {
        Costs costs = evidence.Scenario.Costs;
        Estimated cost = PerRequest(window, costs);
        double before = MeasuredQuality.CostOfMistakes.Mean(baseline.Decisions, costs).Mean;
        double p = ExpectedCosts.ChanceOfMore(alpha, OfRows(evidence.Baseline.HeldOutScores), OfRows([.. evidence.Window.Requests.Select(request => request.Score)]));
        return Shown("cost", cost, before) with
        {
            P = p,
            Alpha = alpha,
            Found = p <= alpha,
            Text = Invariant($"Mistakes are estimated to cost {cost.Value:0.00} {costs.Currency} a request; {before:0.00} on the held-out rows."),
        };

        double[] OfRows(double[] scores) => ExpectedCosts.Of(calibration, scores, baseline.Threshold ?? double.PositiveInfinity, costs.FalsePositive, costs.FalseNegative);
    }

    // What was estimated of requests whose labels have come since, beside what came true.
    private static IEnumerable<MonitorFinding> ComeTrue(IsotonicCalibration calibration, MonitorBaseline baseline, MonitorEvidence evidence)
    {
        if (evidence.Labelled.Requests.Count < MeasuredQuality.MeasuredQualityMonitor.LeastRows) yield break;
        Estimated estimated = PerRequest(Of(calibration, evidence.Labelled, baseline.Threshold), evidence.Scenario.Costs);
        double[] scores = [.. evidence.Labelled.Requests.Select(request => request.Score)];
        ConfusionMatrix decisions = ConfusionMatrix.At(baseline.Threshold ?? double.PositiveInfinity, scores, Classes.Of(evidence.Labelled.Rows.Labels));
        double measured = MeasuredQuality.CostOfMistakes.Mean(decisions, evidence.Scenario.Costs).Mean;
        yield return Shown("cost of labelled requests", estimated, measured) with
        {
            Text = Invariant($"Of requests whose labels have arrived: {estimated.Value:0.00} {evidence.Scenario.Costs.Currency} a request were estimated, {measured:0.00} were measured."),
        };
    }

    private static Estimated PerRequest(ExpectedQuality quality, Costs costs)
    {
        Estimated cost = quality.Cost(costs.FalsePositive, costs.FalseNegative);
        int rows = quality.Called + quality.NotCalled;
        return new Estimated(cost.Value / rows, cost.StandardError / rows);
    }

    private static MonitorFinding Shown(string measure, Estimated estimated, double reference) => new()
    {
        Subject = "decisions",
        Measure = measure,
        Value = estimated.Value,
        Reference = reference,
        Low = estimated.Band(MonitorFinding.Wide).Lower,
        High = estimated.Band(MonitorFinding.Wide).Upper,
        Text = Invariant($"Estimated {measure} {estimated.Value:0.000} ± {MonitorFinding.Wide * estimated.StandardError:0.000}; {reference:0.000} on the held-out rows."),
    };
}
