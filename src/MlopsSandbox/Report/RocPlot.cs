using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>Receiver operating characteristic of the champions.</summary>
internal static class RocPlot
{
    public static Svg Draw(IReadOnlyList<RocLine> lines, PlotSize size)
    {
        string shown = string.Join("; ", lines.Select(Name));
        PlotFrame frame = new PlotFrame(size, $"ROC curves. {shown}.", (0, 1), (0, 1)).Axes("false positive rate", "true positive rate", 5);
        frame.Curve([(0, 0), (1, 1)], "guess");
        for (int i = 0; i < lines.Count; i++)
        {
            frame.Curve(lines[i].Points.Select(point => (point.False, point.True)), $"curve series{i % 3}", Name(lines[i]));
            double y = frame.Y.From - 16 - (18 * (lines.Count - 1 - i));
            frame.Drawing.Line(frame.X.At(1) - 256, y - 4, frame.X.At(1) - 232, y - 4, $"curve series{i % 3}");
            frame.Drawing.Text(frame.X.At(1) - 227, y, Name(lines[i]), "line-name");
        }
        return frame.Drawing;
    }

    private static string Name(RocLine line) => Invariant($"{line.Name}, AUC {line.Auc:0.000}");
}
