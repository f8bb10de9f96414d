namespace MlopsSandbox.Statistics;

/// <summary>A <see cref="HyperLogLog"/> as plain data.</summary>
public sealed record HyperLogLogState
{
    /// <summary>Bits of a hash that choose its register.</summary>
    public required int Precision { get; init; }

    /// <summary>The 2^precision registers.</summary>
    public required byte[] Registers { get; init; }
}
