namespace MlopsSandbox.Statistics;

/// <summary>How <see cref="CramerVonMises"/> takes values that occur more than once; without ties both are the same to the last digit.</summary>
public enum CramerVonMisesTies
{
    /// <summary>
    /// As if the values of a tie were spread evenly over it: the distance of the distribution functions runs straight from one side of the tie to the other.
    /// The p value is then too large rather than too small; constants have the statistic 0.
    /// </summary>
    Spread,

    /// <summary>
    /// Midranks in Anderson's equation 9, as scipy's cramervonmises_2samp. Not for samples of unlike sizes: 1,000 against 100 normal values, rounded to one
    /// decimal, differ by it at the 5 % level always, though nothing has changed; so do 1,000 zeros and 10 zeros.
    /// </summary>
    MidRanks,
}
