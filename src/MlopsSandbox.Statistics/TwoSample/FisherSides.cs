namespace MlopsSandbox.Statistics;

/// <summary>Which tables count as at least as far out as the observed one, on both sides; conventions differ.</summary>
public enum FisherSides
{
    /// <summary>Twice the smaller tail, at most 1: each side at half the level.</summary>
    Doubled,

    /// <summary>All tables that are no more probable than the observed one, as scipy's fisher_exact and R's fisher.test do.</summary>
    NoMoreProbable,
}
