namespace MlopsSandbox.Web.Metrics;

/// <summary>Which values of a metric are better.</summary>
internal enum BestValue
{
    /// <summary>It is no quality of the model.</summary>
    Neither,
    /// <summary>More is better.</summary>
    Greatest,
    /// <summary>Less is better.</summary>
    Least,
    /// <summary>The nearer to zero the better.</summary>
    NearestToZero,
}
