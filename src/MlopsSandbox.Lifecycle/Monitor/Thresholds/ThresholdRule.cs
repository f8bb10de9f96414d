namespace MlopsSandbox.Lifecycle.Monitor.Thresholds;

/// <summary>From where on a distance of a feature, or of the predictions, alarms; in the place of a test at its share of the budget.</summary>
/// <param name="Score">The distance.</param>
public abstract record ThresholdRule(DistanceScore Score);

/// <summary>From a figure on that somebody chose. How often it alarms by chance is not known, and differs with the sizes of the samples and the number of values.</summary>
/// <param name="Score">The distance.</param>
/// <param name="Above">Scores above alarm.</param>
public sealed record FixedThreshold(DistanceScore Score, double Above) : ThresholdRule(Score);

/// <summary>From the mean and so many standard deviations on of the scores of chunks of the baseline, as large as the window, each against the rest.</summary>
/// <param name="Score">The distance.</param>
/// <param name="Sigmas">Standard deviations above the mean, above 0.</param>
public sealed record ChunkThreshold(DistanceScore Score, double Sigmas) : ThresholdRule(Score);

/// <summary>From where on random divisions of the rows of both samples are hardly ever as far apart: the target is the test's share of the budget.</summary>
/// <param name="Score">The distance.</param>
/// <param name="Permutations">Divisions to draw; null for twice as many as the share needs.</param>
public sealed record PermutationThreshold(DistanceScore Score, int? Permutations) : ThresholdRule(Score);
