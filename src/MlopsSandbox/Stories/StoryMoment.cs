using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Stories;

/// <summary>What a story's progress depends on: while this is the same, so is what can be told of its days.</summary>
/// <param name="Phase">What it does next.</param>
/// <param name="Day">The simulated day.</param>
/// <param name="SimulatedAt">Its clock, by which labels arrive.</param>
/// <param name="Drift">The drift that is told.</param>
/// <param name="DriftDay">Its day, where it was injected.</param>
/// <param name="Reports">Checks that have ended.</param>
/// <param name="Deployments">Deployments that were made.</param>
internal sealed record StoryMoment(string Phase, int Day, DateTimeOffset SimulatedAt, string Drift, int? DriftDay, long Reports, int Deployments)
{
    /// <summary>Of a story.</summary>
    public static StoryMoment Of(CatalogTransaction tx, StoryRow story) => new(
        story.Phase, story.Day, story.SimulatedAt, story.Drift, story.DriftDay, tx.DriftReports.Count(story.ModelName), tx.Deployments.Of(story.ModelName).Count);
}
