using System.Globalization;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Web.Metrics;
using MlopsSandbox.Web.Plots;

namespace MlopsSandbox.Web.Models;

/// <summary>How a metric went from version to version.</summary>
internal static class VersionPlot
{
    /// <summary>The plot of the versions given, in any order; null when none of them has the metric.</summary>
    public static PlotSpec? Of(MetricLook metric, IReadOnlyList<ModelVersion> versions)
    {
        ModelVersion[] ordered = [.. versions.OrderBy(version => version.Version)];
        if (!ordered.Any(version => metric.In(version.Metrics) is not null)) return null;
        return new PlotSpec
        {
            Title = $"{metric.Title} over versions",
            X = new("Version", Kind: AxisKind.Category) { Categories = [.. ordered.Select(version => version.Version.ToString(CultureInfo.InvariantCulture))] },
            Y = new(metric.Title),
            Series =
            [
                new("all versions", SeriesShape.Line, [.. ordered.Select((version, place) => new PlotPoint(place, metric.In(version.Metrics)))]) { Colour = 0 },
                .. Champion(metric, ordered),
            ],
        };
    }

    private static IEnumerable<PlotSeries> Champion(MetricLook metric, ModelVersion[] versions) =>
        from place in Enumerable.Range(0, versions.Length)
        where versions[place].Aliases.Contains("champion")
        select new PlotSeries("champion", SeriesShape.Points, [new PlotPoint(place, metric.In(versions[place].Metrics))]) { Colour = 2 };
}
