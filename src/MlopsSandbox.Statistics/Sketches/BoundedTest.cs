namespace MlopsSandbox.Statistics;

/// <summary>What a test of two summaries found, and between what the rows themselves would have it.</summary>
/// <param name="Statistic">The summaries' statistic, and how far the rows' may be from it.</param>
/// <param name="PValue">The p value of the summaries' statistic.</param>
/// <param name="AtLeast">The least p value that the rows' statistic can have within the error.</param>
/// <param name="AtMost">The largest: where it is significant, the rows are, however much the summaries have lost.</param>
public readonly record struct BoundedTest(BoundedDistance Statistic, double PValue, double AtLeast, double AtMost);
