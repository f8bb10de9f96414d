namespace MlopsSandbox.Statistics;

/// <summary>How a rank test turns its statistic into a p value.</summary>
public enum PValueMethod
{
    /// <summary>Exact where that is quick and right, else asymptotic; each test says where it switches.</summary>
    Automatic,

    /// <summary>Counted over all orders of the values, for samples without ties; each test says how large they may be.</summary>
    Exact,

    /// <summary>By the distribution that the statistic tends to as both samples grow.</summary>
    Asymptotic,
}
