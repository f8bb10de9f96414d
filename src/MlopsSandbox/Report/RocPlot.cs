using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>Receiver operating characteristic of each champion.</summary>
internal static class RocPlot
{
    public static Svg Draw(IReadOnlyList<ChampionReport> champions, PlotSize size)
    {
        string shown = string.Join("; ", champions.Select(Name));
        PlotFrame frame = new PlotFrame(size, $"ROC curves. {shown}.", (0, 1), (0, 1)).Axes("false positive rate", "true positive rate", 5);
        frame.Curve([(0, 0), (1, 1)], "guess");
        for (int i = 0; i < champions.Count; i++)
        {
            frame.Curve(champions[i].Roc.Select(point => (point.False, point.True)), $"curve series{i % 3}", Name(champions[i]));
            double y = frame.Y.From - 16 - (18 * (champions.Count - 1 - i));
            frame.Drawing.Line(frame.X.At(1) - 178, y - 4, frame.X.At(1) - 152, y - 4, $"curve series{i % 3}");
            frame.Drawing.Text(frame.X.At(1) - 146, y, Name(champions[i]), "line-name");
        }
        return frame.Drawing;
    }

    private static string Name(ChampionReport champion) => Invariant($"version {champion.Version}, AUC {champion.Auc:0.000}");
}
