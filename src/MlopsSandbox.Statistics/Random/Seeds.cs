using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using static System.FormattableString;

namespace MlopsSandbox.Statistics;

/// <summary>Makes many independent seeds from one.</summary>
public static class Seeds
{
    /// <summary>A seed for one purpose: the same three arguments always give the same, others an unrelated one.</summary>
    /// <param name="seed">The seed to derive from.</param>
    /// <param name="purpose">What the numbers are for, such as <c>division</c>.</param>
    /// <param name="ordinal">Tells apart repeated uses for one purpose.</param>
    /// <returns>
    /// 0 to <see cref="int.MaxValue"/>: the first 31 bits after the sign of SHA-256 over <c>seed:ordinal:purpose</c> in UTF-8.
    /// </returns>
    public static int Derive(int seed, string purpose, int ordinal = 0)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(Invariant($"{seed}:{ordinal}:{purpose}")));
        return BinaryPrimitives.ReadInt32BigEndian(hash) & int.MaxValue;
    }
}
