using System.Globalization;

namespace MlopsSandbox.Report;

/// <summary>Axes, grid and labels of a plot, and what is drawn between them.</summary>
internal sealed class PlotFrame
{
    private const double Left = 44, Top = 26;
    /// <summary>Room below the plot for the axis, when nothing else stands there.</summary>
    public const double AxisRoom = 40;

    /// <param name="size">Of the whole drawing.</param>
    /// <param name="description">What it shows, for those who do not see it.</param>
    /// <param name="x">Values of the horizontal axis.</param>
    /// <param name="y">Values of the vertical axis.</param>
    /// <param name="right">Room at the right, for labels of lines.</param>
    /// <param name="bottom">Room below, for the axis and a legend.</param>
    public PlotFrame(PlotSize size, string description, (double Low, double High) x, (double Low, double High) y, double right = 16, double bottom = AxisRoom)
    {
        Drawing = new Svg(size.Width, size.Height, description);
        X = new Scale(x.Low, x.High, Left, size.Width - right);
        Y = new Scale(y.Low, y.High, size.Height - bottom, Top);
    }

    public Svg Drawing { get; }
    public Scale X { get; }
    public Scale Y { get; }

    /// <summary>Draws grid and axes with their names and units.</summary>
    public PlotFrame Axes(string xName, string yName, int xTicks = 8, int yTicks = 5, string yFormat = "0.##")
    {
        foreach (double tick in Y.Ticks(yTicks))
        {
            Drawing.Line(X.From, Y.At(tick), X.To, Y.At(tick), "grid");
            Drawing.Text(X.From - 6, Y.At(tick) + 4, tick.ToString(yFormat, CultureInfo.InvariantCulture), anchor: "end");
        }
        foreach (double tick in X.Ticks(xTicks))
            Drawing.Text(X.At(tick), Y.From + 16, tick.ToString("0.##", CultureInfo.InvariantCulture), anchor: "middle");
        Drawing.Line(X.From, Y.From, X.To, Y.From, "axis");
        Drawing.Text((X.From + X.To) / 2, Y.From + 33, xName, "axis-name", "middle");
        Drawing.Text(4, 13, yName, "axis-name");
        return this;
    }

    /// <summary>A line through points; gaps where a value is not a number.</summary>
    public PlotFrame Curve(IEnumerable<(double X, double Y)> points, string style, string? tip = null)
    {
        List<(double, double)> run = [];
        foreach ((double x, double y) in points.Append((double.NaN, double.NaN)))
        {
            if (double.IsFinite(y)) run.Add((X.At(x), Y.At(y)));
            else if (run.Count > 0)
            {
                Drawing.Path(run, style, tip);
                run = [];
            }
        }
        return this;
    }

    /// <summary>A vertical line at a moment, with its name above.</summary>
    public PlotFrame Moment(double x, string name, string style, int row = 0)
    {
        Drawing.Line(X.At(x), Y.To - 4 + (row * 13), X.At(x), Y.From, style);
        bool late = X.At(x) > (X.From + X.To) / 2;
        Drawing.Text(X.At(x) + (late ? -4 : 4), Y.To + 6 + (row * 13), name, "moment-name", late ? "end" : "start");
        return this;
    }
}
