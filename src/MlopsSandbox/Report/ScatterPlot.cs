using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>Predicted numbers against the true ones: on the diagonal they agree.</summary>
internal static class ScatterPlot
{
    public static Svg Draw(IReadOnlyList<ScatterLine> lines, PlotSize size)
    {
        (double Low, double High) range = Scale.Around(lines.SelectMany(line => line.Points).SelectMany(point => new[] { point.Prediction, point.Label }), 1e-9);
        string shown = string.Join("; ", lines.Select(line => Invariant($"{line.Name}, MAE {line.Mae:0.000}")));
        PlotFrame frame = new PlotFrame(size, $"Predictions against labels. {shown}.", range, range).Axes("true number", "prediction", 5);
        frame.Curve([(range.Low, range.Low), (range.High, range.High)], "guess");
        for (int i = 0; i < lines.Count; i++)
        {
            foreach ((double prediction, double label) in lines[i].Points)
                frame.Drawing.Circle(frame.X.At(label), frame.Y.At(prediction), 2, $"dot series{i}", Invariant($"{lines[i].Name}: {prediction:0.00} for {label:0.00}"));
            frame.Drawing.Text(frame.X.From + 8, frame.Y.To + 14 + (16 * i), Invariant($"{lines[i].Name}, MAE {lines[i].Mae:0.000}"), $"line-name text{i}");
        }

        return frame.Drawing;
    }
}
