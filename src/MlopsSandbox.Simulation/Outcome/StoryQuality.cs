namespace MlopsSandbox.Simulation.Outcome;

/// <summary>Quality of what was served, over labelled requests.</summary>
/// <param name="Metric">What is measured: <c>auc</c>, or <c>mae</c>, of which less is better.</param>
/// <param name="Before">Before the drift; in a story without drift, over all of it.</param>
/// <param name="During">From the drift until a retrained model took over, or to the end when none did.</param>
/// <param name="After">From the takeover to the end.</param>
/// <param name="WithoutRetrain">The first champion, scored in the shadow on the requests of <paramref name="After"/>.</param>
/// <param name="Regained">Share of the loss from before to during that the recovered window regained, or the best one when none did.</param>
/// <param name="Windows">The windows behind <paramref name="Before"/>, <paramref name="During"/> and <paramref name="After"/>, and the first recovered one.</param>
/// <param name="Series">Rolling windows over the whole story.</param>
public sealed record StoryQuality(
    string Metric, double? Before, double? During, double? After, double? WithoutRetrain, double? Regained, NamedWindows Windows, IReadOnlyList<QualityWindow> Series);

/// <summary>The windows that the outcome speaks of; null what there is not.</summary>
public sealed record NamedWindows(QualityWindow? Before, QualityWindow? During, QualityWindow? After, QualityWindow? Recovered);
