using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlopsSandbox.Statistics;

/// <summary>A generator whose numbers depend on its seed alone, in every version of the runtime: xoshiro256**, seeded by SplitMix64.</summary>
/// <remarks>
/// Blackman and Vigna (2021), Scrambled Linear Pseudorandom Number Generators, ACM TOMS 47(4). Period 2^256 − 1. Not for secrets, and not
/// thread-safe: give each thread its own, seeded by <see cref="Seeds.Derive"/>.
/// </remarks>
public sealed class SeededRandom
{
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>Starts the sequence of a seed; equal to <see cref="SeededRandom(ulong)"/> with the same 32 bits.</summary>
    public SeededRandom(int seed) : this((ulong)(uint)seed)
    {
    }

    /// <summary>Starts the sequence of a seed.</summary>
    public SeededRandom(ulong seed)
    {
        SplitMix64 spread = new(seed);
        (_s0, _s1, _s2, _s3) = (spread.Next(), spread.Next(), spread.Next(), spread.Next());
    }

    /// <summary>Goes on where <see cref="State"/> was read.</summary>
    /// <exception cref="ArgumentException">All four words are 0, from which only zeros would follow.</exception>
    public SeededRandom(SeededRandomState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if ((state.S0 | state.S1 | state.S2 | state.S3) == 0) throw new ArgumentException("All four words of the state are 0; expected one that is not.", nameof(state));
        (_s0, _s1, _s2, _s3) = (state.S0, state.S1, state.S2, state.S3);
    }

    /// <summary>Where the sequence is.</summary>
    public SeededRandomState State => new(_s0, _s1, _s2, _s3);

    /// <summary>The next 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number in [0, <paramref name="exclusive"/>), each equally likely.</summary>
    /// <remarks>Lemire (2019), Fast Random Integer Generation in an Interval, ACM TOMACS 29(1): a draw that would favour some number is drawn again.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusive"/> is below 1.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextInt(int exclusive)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exclusive, 1);
        ulong range = (ulong)exclusive;
        ulong high = Math.BigMul(NextBits(), range, out ulong low);
        // What is unfair lies below the range, so that the division is hardly ever needed.
        if (low < range)
        {
            ulong unfair = (0 - range) % range;
            while (low < unfair) high = Math.BigMul(NextBits(), range, out low);
        }

        return (int)high;
    }

    /// <summary>A number in [0, 1), a multiple of 2^−53.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A draw from the normal distribution with mean 0 and standard deviation 1.</summary>
    /// <remarks>Marsaglia and Bray's polar method (1964); its second number is thrown away, so that the state says all.</remarks>
    public double NextGaussian()
    {
        double x, radius;
        do
        {
            x = (2 * NextDouble()) - 1;
            double y = (2 * NextDouble()) - 1;
            radius = (x * x) + (y * y);
        }
        while (radius is >= 1 or 0);
        return x * Math.Sqrt(-2 * Math.Log(radius) / radius);
    }

    /// <summary>Puts <paramref name="items"/> in an order of which each is equally likely (Fisher and Yates, from the end).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int chosen = NextInt(last + 1);
            (items[last], items[chosen]) = (items[chosen], items[last]);
        }
    }
}
