using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Shapes;

/// <summary>What a run asks people and nobody has decided yet.</summary>
/// <param name="RunId">The run.</param>
/// <param name="ActivityId">The activity's id in the definition.</param>
/// <param name="Title">What is to be decided, in a few words.</param>
/// <param name="Message">What whoever decides should know; null when the definition says nothing.</param>
/// <param name="AskedAt">Wall time of the question.</param>
internal sealed record WaitingApprovalShape(string RunId, string ActivityId, string Title, string? Message, DateTimeOffset AskedAt)
{
    /// <summary>All that wait in a home, in order of asking.</summary>
    public static IReadOnlyList<WaitingApprovalShape> All(CatalogStore catalog) =>
        [.. catalog.Read(tx => tx.Approvals.Pending()).Select(asked => new WaitingApprovalShape(asked.RunId, asked.ActivityId, asked.Title, asked.Message, asked.AskedAt))];
}
