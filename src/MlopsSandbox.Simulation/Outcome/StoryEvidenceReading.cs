using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Simulation.Outcome;

/// <summary>Gathers a story's evidence from the catalog, and scores its requests in the shadow.</summary>
internal static class StoryEvidenceReading
{
    /// <summary>The evidence as it stands.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="models">Loads the first champion.</param>
    /// <param name="row">The story.</param>
    /// <param name="world">Its world.</param>
    public static StoryEvidence Read(CatalogStore catalog, ModelCache models, StoryRow row, StoryWorld world)
    {
        DateTimeOffset end = world.Calendar.EndOf(world.Days - 1);
        var (deployments, requests, evidence) = catalog.Read(tx =>
        {
            IReadOnlyList<Deployment> made = tx.Deployments.Of(row.ModelName);
            return (made, tx.Requests.Between(row.ModelName, world.Calendar.Start, end), new StoryEvidence
            {
                Row = row,
                Scenario = world.Scenario,
                Calendar = world.Calendar,
                Story = world.Story,
                ReplayedDays = world.Story is null ? world.Days : 0,
                Drift = world.Drift,
                Requests = [],
                Deployments = made,
                Models = tx.Models.All(row.ModelName),
                Reports = tx.DriftReports.Of(row.ModelName),
                Decisions = tx.DriftReports.Decisions(row.ModelName),
                Runs = tx.Runs.OfStory(row.Id),
            });
        });
        return requests.Count == 0 ? evidence : evidence with { Requests = InTheShadow(models.Get(deployments[0].Model), requests, world) };
    }

    // The first champion answers the features as they were captured, so that both answers are to the very same requests.
    private static ServedRequest[] InTheShadow(ModelPackage firstChampion, IReadOnlyList<CapturedRequest> requests, StoryWorld world)
    {
        double[] shadow = firstChampion.Score(CapturedTable.From(requests, world.Scenario.Features));
        return [.. requests.Zip(shadow, (request, score) => new ServedRequest(
            world.Calendar.DayOf(request.ServedAt), request.RowId, request.ModelVersion, request.Score, score, request.Label))];
    }
}
