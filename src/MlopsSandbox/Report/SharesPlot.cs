using MlopsSandbox.Lifecycle.Monitor.Comparison;
using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>Both files' rows by value or range: two bars each, one below the other.</summary>
internal static class SharesPlot
{
    private const double Row = 30, Bar = 11, Head = 24, Foot = 22, Labels = 134, Figures = 52;

    public static double HeightOf(ColumnComparison column) => Head + (Row * column.Shares.Count) + Foot;

    public static Svg Draw(ColumnComparison column, PlotSize size)
    {
        double most = column.Shares.Max(share => Math.Max(share.Baseline, share.Current));
        Scale x = new(0, Math.Max(most, 0.01), Labels, size.Width - Figures);
        Svg drawing = new(size.Width, size.Height, Description(column));
        Legend(drawing, x);
        foreach ((int index, ComparedShare share) in column.Shares.Index()) Bars(drawing, x, Head + (Row * index), share);
        Axis(drawing, x, size);
        return drawing;
    }

    /// <summary>A share in percent.</summary>
    public static string Percent(double share) => Invariant($"{100 * share:0.0} %");

    private static void Bars(Svg drawing, Scale x, double top, ComparedShare share)
    {
        drawing.Text(Labels - 8, top + 17, share.Label.Length <= 18 ? share.Label : share.Label[..17] + "…", "value-name", "end");
        One(drawing, x, top + 3, share.Baseline, "bar baseline", $"{share.Label}, baseline: {Percent(share.Baseline)}");
        One(drawing, x, top + 3 + Bar, share.Current, "bar current", $"{share.Label}, current: {Percent(share.Current)}");
    }

    private static void One(Svg drawing, Scale x, double top, double share, string style, string tip)
    {
        drawing.Rectangle(x.From, top, x.At(share) - x.From, Bar - 1, style, tip);
        drawing.Text(x.At(share) + 5, top + 9, Percent(share), "bar-value");
    }

    private static void Legend(Svg drawing, Scale x)
    {
        drawing.Rectangle(x.From, 6, 12, 10, "bar baseline");
        drawing.Text(x.From + 17, 15, "baseline", "axis-name");
        drawing.Rectangle(x.From + 82, 6, 12, 10, "bar current");
        drawing.Text(x.From + 99, 15, "current", "axis-name");
    }

    private static void Axis(Svg drawing, Scale x, PlotSize size)
    {
        drawing.Line(x.From, Head, x.From, size.Height - Foot, "axis");
        drawing.Text(x.From, size.Height - 6, "share of rows", "axis-name");
    }

    private static string Description(ColumnComparison column) =>
        $"Shares of rows by {(column.Kind == "number" ? "range" : "value")} of {column.Name}, baseline against current: {string.Join("; ", column.Shares.Select(share => $"{share.Label} {Percent(share.Baseline)} against {Percent(share.Current)}"))}.";
}
