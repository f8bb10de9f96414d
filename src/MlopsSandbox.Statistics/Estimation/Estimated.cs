namespace MlopsSandbox.Statistics;

/// <summary>A measure that was estimated before the truth is known, with how far the truth may lie from it by chance.</summary>
/// <param name="Value">The expected value of the measure; NaN where it is undefined.</param>
/// <param name="StandardError">
/// Standard deviation of the measure that the rows will turn out to have, around <paramref name="Value"/>: the sampling error, at least 0. It knows
/// nothing of a wrong model of the truth, such as concept drift.
/// </param>
public readonly record struct Estimated(double Value, double StandardError)
{
    /// <summary>Where the measure will lie, some standard errors to either side.</summary>
    /// <param name="standardErrors">How many; by three a normal measure stays inside 99.7 % of the time.</param>
    public (double Lower, double Upper) Band(double standardErrors = 3) => (Value - (standardErrors * StandardError), Value + (standardErrors * StandardError));
}
