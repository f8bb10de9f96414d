using MlopsSandbox.Web.Plots;

namespace MlopsSandbox.Web.Monitor;

/// <summary>Reference and current distribution side by side. Pure.</summary>
internal static class DistributionPlot
{
    private const int RowHeight = 30, Room = 96, NumberHeight = 300;

    /// <summary>Bars of a histogram for a number, of values for a category.</summary>
    /// <param name="distribution">Shares of both.</param>
    /// <param name="window">The window in words, such as <c>2026-01-11 to 2026-01-13</c>.</param>
    public static PlotSpec Of(FeatureDistribution distribution, string window)
    {
        string name = CheckReport.WordsOf(distribution.Name);
        return new PlotSpec
        {
            Title = $"Shares of {name}",
            X = new PlotAxis(name, Kind: AxisKind.Category) { Categories = [.. distribution.Shares.Select(share => share.Label)] },
            Y = new PlotAxis("share of rows", "%") { Min = 0 },
            IsLying = !distribution.IsNumber,
            Height = distribution.IsNumber ? NumberHeight : Room + (RowHeight * distribution.Shares.Count),
            Series =
            [
                new PlotSeries($"baseline, {Rendering.Figures.Count(distribution.BaselineRows)} rows", SeriesShape.Bar, [.. distribution.Shares.Select((share, place) => new PlotPoint(place, 100 * share.Baseline))]) { Colour = 5 },
                new PlotSeries($"window {window}, {Rendering.Figures.Count(distribution.CurrentRows)} requests", SeriesShape.Bar, [.. distribution.Shares.Select((share, place) => new PlotPoint(place, 100 * share.Current))]) { Colour = 1 },
            ],
        };
    }
}
