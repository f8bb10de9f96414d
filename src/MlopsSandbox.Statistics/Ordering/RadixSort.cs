using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace MlopsSandbox.Statistics;

/// <summary>Sorts doubles without NaN by their bits.</summary>
/// <remarks>
/// Three passes order the 33 highest bits in which the keys differ, least significant digit first; runs that agree in all of them, rare and
/// short unless values crowd together, are then sorted by comparison. So the work is O(n) as a rule and O(n log n) at worst.
/// </remarks>
internal static class RadixSort
{
    private const int DigitBits = 11, Digits = 3, Buckets = 1 << DigitBits, FewestValues = 2_048;
    private const ulong SignBit = 1UL << 63;

    public static void Ascending(Span<double> values)
    {
        if (values.Length < FewestValues)
        {
            values.Sort();
            return;
        }

        ulong[] keys = ArrayPool<ulong>.Shared.Rent(values.Length), spare = ArrayPool<ulong>.Shared.Rent(values.Length);
        ulong differing = ToKeys(MemoryMarshal.Cast<double, ulong>(values), keys);
        int shift = Math.Max(0, 64 - BitOperations.LeadingZeroCount(differing) - (Digits * DigitBits));
        Span<ulong> ordered = Passes(keys.AsSpan(0, values.Length), spare.AsSpan(0, values.Length), shift);
        if (shift > 0) SortRuns(ordered, shift);
        FromKeys(ordered, MemoryMarshal.Cast<double, ulong>(values));
        ArrayPool<ulong>.Shared.Return(keys);
        ArrayPool<ulong>.Shared.Return(spare);
    }

    // Negative numbers have all bits turned, the others the sign bit: then the order of the keys is the order of the numbers.
    private static ulong ToKeys(ReadOnlySpan<ulong> bits, Span<ulong> keys)
    {
        ulong differing = 0, first = Key(bits[0]);
        for (int i = 0; i < bits.Length; i++)
        {
            ulong key = Key(bits[i]);
            differing |= key ^ first;
            keys[i] = key;
        }

        return differing;
    }

    private static ulong Key(ulong bits) => bits ^ ((ulong)((long)bits >> 63) | SignBit);

    private static void FromKeys(ReadOnlySpan<ulong> keys, Span<ulong> bits)
    {
        for (int i = 0; i < bits.Length; i++) bits[i] = keys[i] ^ ((ulong)((long)~keys[i] >> 63) | SignBit);
    }

    private static Span<ulong> Passes(Span<ulong> keys, Span<ulong> spare, int shift)
    {
        Span<int> counts = new int[Digits * Buckets];
        foreach (ulong key in keys)
        {
            ulong digits = key >> shift;
            counts[(int)(digits & (Buckets - 1))]++;
            counts[Buckets + (int)((digits >> DigitBits) & (Buckets - 1))]++;
            counts[(2 * Buckets) + (int)((digits >> (2 * DigitBits)) & (Buckets - 1))]++;
        }

        for (int digit = 0; digit < Digits; digit++)
        {
            Span<int> starts = counts.Slice(digit * Buckets, Buckets);
            if (starts[Digit(keys[0], shift + (digit * DigitBits))] == keys.Length) continue;
            Scatter(keys, spare, starts, shift + (digit * DigitBits));
            Span<ulong> scattered = spare;
            spare = keys;
            keys = scattered;
        }

        return keys;
    }

    private static void Scatter(ReadOnlySpan<ulong> keys, Span<ulong> to, Span<int> counts, int shift)
    {
        for (int bucket = 0, start = 0; bucket < Buckets; bucket++)
        {
            int count = counts[bucket];
            counts[bucket] = start;
            start += count;
        }

        foreach (ulong key in keys) to[counts[Digit(key, shift)]++] = key;
    }

    private static int Digit(ulong key, int shift) => (int)(key >> shift) & (Buckets - 1);

    private static void SortRuns(Span<ulong> keys, int shift)
    {
        for (int first = 0, next = 1; next <= keys.Length; next++)
        {
            if (next < keys.Length && (keys[next] ^ keys[first]) >> shift == 0) continue;
            if (next - first == 2)
            {
                if (keys[first] > keys[first + 1]) (keys[first], keys[first + 1]) = (keys[first + 1], keys[first]);
            }
            else if (next - first > 2)
            {
                keys[first..next].Sort();
            }

            first = next;
        }
    }
}
