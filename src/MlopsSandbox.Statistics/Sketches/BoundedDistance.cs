namespace MlopsSandbox.Statistics;

/// <summary>A distance computed from summaries, with how far it may be from that of the rows themselves.</summary>
/// <param name="Value">The distance of the summaries.</param>
/// <param name="Error">The rows' distance lies within this, with the confidence asked for.</param>
public readonly record struct BoundedDistance(double Value, double Error)
{
    /// <summary>The least the rows' distance can be, from 0.</summary>
    public double AtLeast => Math.Max(0, Value - Error);

    /// <summary>The most the rows' distance can be.</summary>
    public double AtMost => Value + Error;
}
