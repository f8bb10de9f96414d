using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Web.Models;

/// <summary>What a model decides on its test rows at every threshold, reckoned from the ROC curve that its evaluation keeps: that has a point for each distinct score.</summary>
public sealed class ThresholdCurve
{
    private readonly ThresholdStep[] _steps;

    private ThresholdCurve(ThresholdStep[] steps) => _steps = steps;

    /// <summary>From a threshold that calls no row positive down to the least score, which calls all so.</summary>
    public IReadOnlyList<ThresholdStep> Steps => _steps;

    /// <summary>Reckons it from the shares of the curve and the rows of each class.</summary>
    public static ThresholdCurve Of(ClassificationQuality quality)
    {
        ConfusionCounts counts = quality.Confusion;
        (int positives, int negatives) = (counts.TruePositives + counts.FalseNegatives, counts.FalsePositives + counts.TrueNegatives);
        return new ThresholdCurve([.. quality.Roc.Select(point => StepOf(point, positives, negatives))]);
    }

    /// <summary>The decisions at a threshold; null calls no row positive. O(log n).</summary>
    public ConfusionMatrix At(double? threshold)
    {
        (int first, int last) = (0, _steps.Length - 1);
        double least = threshold ?? double.PositiveInfinity;
        while (first < last)
        {
            int middle = (first + last + 1) / 2;
            if (_steps[middle].Threshold >= least) first = middle;
            else last = middle - 1;
        }

        return _steps[first].Decisions;
    }

    /// <summary>Where mistakes on these rows cost least; of equally cheap thresholds the highest, which acts on the fewest rows.</summary>
    public ThresholdStep Cheapest(Costs costs) => _steps.MinBy(step => CostOf(step.Decisions, costs))!;

    /// <summary>What mistakes cost together.</summary>
    public static double CostOf(ConfusionMatrix decisions, Costs costs) => decisions.Cost(costs.FalsePositive, costs.FalseNegative);

    /// <summary>Mean score against share of positives, in bins of about equally many rows; rows of one score stay together.</summary>
    /// <param name="bins">How many at most.</param>
    public IReadOnlyList<CalibrationBin> Calibration(int bins = 10)
    {
        List<CalibrationBin> made = [];
        int all = _steps[^1].Decisions.Rows, done = 0, rows = 0, positives = 0;
        double sum = 0;
        for (int i = _steps.Length - 1; i > 0; i--)
        {
            (ConfusionMatrix here, ConfusionMatrix above) = (_steps[i].Decisions, _steps[i - 1].Decisions);
            int hits = here.TruePositives - above.TruePositives, count = hits + here.FalsePositives - above.FalsePositives;
            (rows, positives, sum) = (rows + count, positives + hits, sum + (count * _steps[i].Threshold));
            if (i > 1 && done + rows < (long)all * (made.Count + 1) / bins) continue;
            made.Add(new CalibrationBin(sum / rows, (double)positives / rows, rows));
            (done, rows, positives, sum) = (done + rows, 0, 0, 0);
        }

        return made;
    }

    private static ThresholdStep StepOf(CurvePoint point, int positives, int negatives)
    {
        (int hits, int alarms) = ((int)Math.Round(point.TruePositiveRate * positives), (int)Math.Round(point.FalsePositiveRate * negatives));
        return new ThresholdStep(point.Threshold ?? double.PositiveInfinity, new ConfusionMatrix(hits, alarms, negatives - alarms, positives - hits));
    }
}
