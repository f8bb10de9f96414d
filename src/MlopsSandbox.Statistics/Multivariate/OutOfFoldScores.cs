namespace MlopsSandbox.Statistics;

/// <summary>Trains a classifier and scores every row by a model that has not seen it (cross-validation).</summary>
/// <param name="rows">Rows of both samples, already in random order, so folds may be cut as the rows come.</param>
/// <param name="isCurrent">For each row, whether it comes from the window.</param>
/// <returns>One score a row, in the same order; higher for rows that look like the window's. Only their order counts.</returns>
public delegate double[] OutOfFoldScores(FeatureRows rows, IReadOnlyList<bool> isCurrent);
