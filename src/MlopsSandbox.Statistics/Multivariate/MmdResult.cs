namespace MlopsSandbox.Statistics;

/// <summary>What a test of maximum mean discrepancy found.</summary>
/// <param name="Squared">Unbiased estimate of MMD²: about 0 when nothing changed, negative by chance, at most 2; large is far.</param>
/// <param name="PValue">Probability of an estimate at least as large when nothing has changed, in [0, 1].</param>
/// <param name="Bandwidth">The kernel's width that was used, in the unit of the rows' distances.</param>
/// <param name="BaselineRows">Rows of the baseline that were looked at.</param>
/// <param name="CurrentRows">Rows of the window that were looked at.</param>
public readonly record struct MmdResult(double Squared, double PValue, double Bandwidth, int BaselineRows, int CurrentRows);
