namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Chooses the category that becomes more frequent.</summary>
/// <param name="Feature">Its feature.</param>
/// <param name="Category">The category with its share of all rows.</param>
/// <param name="Share">Its share of requests from the drift on.</param>
internal sealed record SegmentDraft(FeatureSignal Feature, CategorySignal Category, double Share)
{
    private const double SmallestRise = 0.08;

    /// <summary>The category whose rise stands out most of those for which the reserve has rows enough; null when there is none.</summary>
    /// <param name="signals">Features that nothing else changes.</param>
    /// <param name="plan">How many rows there are to draw from.</param>
    public static SegmentDraft? Choose(IEnumerable<FeatureSignal> signals, StoryPlan plan) => signals
        .SelectMany(signal => signal.Categories.Select(category => new SegmentDraft(signal, category, ShareOf(category.Share, plan))))
        .Where(draft => draft.Category.Share is >= 0.10 and <= 0.65 && draft.Share - draft.Category.Share >= SmallestRise && OthersSuffice(draft, plan))
        .MaxBy(draft => (draft.Share - draft.Category.Share) / Math.Sqrt(draft.Category.Share * (1 - draft.Category.Share)));

    // What the reserve still holds of it after the quiet days, nine tenths of that at most; rounded down.
    private static double ShareOf(double share, StoryPlan plan)
    {
        double left = (plan.ReserveRows - (plan.DriftDay * plan.RequestsPerDay)) * share;
        return Math.Floor(Math.Min(Math.Min(0.90 * left / DriftedRequests(plan), share + 0.35), 0.90) * 100) / 100;
    }

    private static bool OthersSuffice(SegmentDraft draft, StoryPlan plan) =>
        (1 - draft.Share) * DriftedRequests(plan) <= 0.95 * (plan.ReserveRows - (plan.DriftDay * plan.RequestsPerDay)) * (1 - draft.Category.Share);

    private static double DriftedRequests(StoryPlan plan) => (StoryPlan.Days - plan.DriftDay) * (double)plan.RequestsPerDay;
}
