using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Benchmarks.Pages;

/// <summary>How much there is in a home.</summary>
internal sealed record HomeSizes(int Runs, int Versions, int Groups, int Traces, string LargeGroup, int VersionsOfLargeGroup, string SmallGroup)
{
    public static HomeSizes Of(CatalogTransaction catalog, TelemetryReader telemetry)
    {
        ModelGroup large = Group(catalog, isLargest: true), small = Group(catalog, isLargest: false);
        return new(
            catalog.Runs.Page(new RunQuery { Take = 1 }).Total, catalog.Models.Page(new ModelQuery { Take = 1 }).Total, catalog.Models.Groups(new ModelGroupQuery { Take = 1 }).Total,
            telemetry.Traces(new TraceQuery { Take = 1 }).Total, large.Model, large.Versions, small.Model);
    }

    private static ModelGroup Group(CatalogTransaction catalog, bool isLargest) =>
        catalog.Models.Groups(new ModelGroupQuery { Sort = ModelGroupSort.Versions, Descending = isLargest, Take = 1 }).Groups is [var first, ..]
            ? first
            : throw new FormatException("The home has no model versions; expected one that was made by seed.");
}
