using System.Buffers;
using System.Runtime.InteropServices;

namespace MlopsSandbox.Statistics;

/// <summary>Puts numbers in ascending order by the digits of their bits, which on a million values is several times as fast as comparing them.</summary>
internal static class RadixSort
{
    private const int DigitBits = 11;
    private const int Radix = 1 << DigitBits;
    private const int Digits = 6;

    /// <summary>Below this many values comparing is as fast, and needs no second array.</summary>
    private const int LeastValues = 4_096;

    /// <summary>Sorts in place. The values have no NaN; −0 comes before 0.</summary>
    public static void Ascending(double[] values)
    {
        if (values.Length < LeastValues)
        {
            Array.Sort(values);
            return;
        }

        ulong[] spare = ArrayPool<ulong>.Shared.Rent(values.Length);
        SortDigits(MemoryMarshal.Cast<double, ulong>(values.AsSpan()), spare.AsSpan(0, values.Length));
        ArrayPool<ulong>.Shared.Return(spare);
    }

    private static void SortDigits(Span<ulong> keys, Span<ulong> spare)
    {
        int[] counts = CountDigits(keys);
        Span<ulong> from = keys, to = spare;
        for (int digit = 0; digit < Digits; digit++)
        {
            Span<int> places = counts.AsSpan(digit * Radix, Radix);
            int shift = digit * DigitBits;
            if (places[(int)(from[0] >> shift) & (Radix - 1)] == keys.Length) continue;
            Scatter(from, to, places, shift);
            Span<ulong> swap = from;
            from = to;
            to = swap;
        }

        for (int i = 0; i < keys.Length; i++) keys[i] = BitsOf(from[i]);
    }

    /// <summary>Turns bits into keys that order as the numbers do, and counts how often each digit has each value.</summary>
    private static int[] CountDigits(Span<ulong> keys)
    {
        int[] counts = new int[Digits * Radix];
        for (int i = 0; i < keys.Length; i++)
        {
            ulong key = KeyOf(keys[i]);
            keys[i] = key;
            for (int digit = 0; digit < Digits; digit++)
                counts[(digit * Radix) + ((int)(key >> (digit * DigitBits)) & (Radix - 1))]++;
        }

        return counts;
    }

    private static void Scatter(ReadOnlySpan<ulong> from, Span<ulong> to, Span<int> places, int shift)
    {
        int start = 0;
        for (int value = 0; value < places.Length; value++) (places[value], start) = (start, start + places[value]);
        foreach (ulong key in from) to[places[(int)(key >> shift) & (Radix - 1)]++] = key;
    }

    private static ulong KeyOf(ulong bits) => bits ^ ((ulong)((long)bits >> 63) | (1UL << 63));

    private static ulong BitsOf(ulong key) => key ^ (((key >> 63) - 1) | (1UL << 63));
}
