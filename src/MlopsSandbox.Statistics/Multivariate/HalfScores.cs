namespace MlopsSandbox.Statistics;

/// <summary>Trains a classifier on some rows and scores others.</summary>
/// <param name="learned">Rows to learn from, in random order.</param>
/// <param name="isCurrent">For each of them, whether it comes from the window.</param>
/// <param name="scored">Other rows.</param>
/// <returns>A score for each of the other rows, in their order; higher for rows that look like the window's. Only their order counts.</returns>
public delegate double[] HalfScores(FeatureRows learned, IReadOnlyList<bool> isCurrent, FeatureRows scored);
