namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>Candidate and champion on the test rows that neither was fitted on.</summary>
/// <param name="RowsDigest">Digest of these rows' ids.</param>
/// <param name="RowsLeftOut">Test rows that the champion had been fitted on.</param>
/// <param name="Candidate">The candidate there; null when too few rows are left.</param>
/// <param name="Champion">The champion there; null when too few rows are left.</param>
public sealed record Comparison(string RowsDigest, int RowsLeftOut, ModelQuality? Candidate, ModelQuality? Champion);
