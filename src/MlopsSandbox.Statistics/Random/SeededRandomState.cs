namespace MlopsSandbox.Statistics;

/// <summary>Where the sequence of a <see cref="SeededRandom"/> is: the four words of xoshiro256**, not all 0.</summary>
/// <param name="S0">The first word.</param>
/// <param name="S1">The second.</param>
/// <param name="S2">The third.</param>
/// <param name="S3">The fourth.</param>
public sealed record SeededRandomState(ulong S0, ulong S1, ulong S2, ulong S3);
