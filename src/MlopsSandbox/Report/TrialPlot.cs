using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>Trials of a tuning in order, and the best so far.</summary>
internal static class TrialPlot
{
    public static Svg Draw(string metric, bool moreIsBetter, IReadOnlyList<TrialPoint> trials, PlotSize size)
    {
        TrialPoint? chosen = trials.FirstOrDefault(trial => trial.Chosen);
        string description = Invariant($"{trials.Count} trials{(chosen is null ? "" : Invariant($", the best is trial {chosen.Ordinal + 1} with {metric} {chosen.Value:0.000} on the validation rows"))}.");
        PlotFrame frame = new PlotFrame(size, description, (0.5, trials.Count + 0.5), Scale.Around(trials.Select(trial => trial.Value), 0.004))
            .Axes("trial", $"{metric} on the validation rows", 8, yFormat: "0.000");
        double best = moreIsBetter ? double.MinValue : double.MaxValue;
        frame.Curve(trials.Select(trial => ((double)trial.Ordinal + 1, best = moreIsBetter ? Math.Max(best, trial.Value) : Math.Min(best, trial.Value))), "curve best", "best so far");
        foreach (TrialPoint trial in trials)
        {
            string tip = Invariant($"trial {trial.Ordinal + 1}: {metric} {trial.Value:0.0000}; {trial.Settings}");
            double x = frame.X.At(trial.Ordinal + 1), y = frame.Y.At(trial.Value);
            frame.Drawing.Circle(x, y, trial.Chosen ? 6 : 4, trial.Chosen ? "dot chosen" : "dot series0", tip);
            if (trial.Chosen) frame.Drawing.Text(x + (x > size.Width / 2 ? -10 : 10), y - 8, Invariant($"chosen, {trial.Value:0.000}"), "line-name", x > size.Width / 2 ? "end" : "start");
        }
        return frame.Drawing;
    }
}
