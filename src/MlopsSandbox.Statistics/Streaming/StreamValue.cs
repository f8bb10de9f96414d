using System.Diagnostics.CodeAnalysis;
using static System.FormattableString;

namespace MlopsSandbox.Statistics;

/// <summary>Refuses values that a detector cannot take, before they change anything.</summary>
internal static class StreamValue
{
    /// <summary>Beyond this size sums of squares could overflow.</summary>
    private const double Largest = 1e100;

    public static void RequireError(double value)
    {
        if (!((value == 0) | (value == 1))) Refuse(value, "0 (a right prediction) or 1 (a wrong one)");
    }

    public static void RequireShare(double value)
    {
        if (!((value >= 0) & (value <= 1))) Refuse(value, "a number from 0 to 1, such as an error or a scaled loss");
    }

    public static void RequireNumber(double value)
    {
        if (!(Math.Abs(value) <= Largest)) Refuse(value, "a finite number of at most 1e100 in size");
    }

    [DoesNotReturn]
    private static void Refuse(double value, string expected) =>
        throw new ArgumentOutOfRangeException(nameof(value), value, Invariant($"The value is {value}; expected {expected}. The detector is as it was before."));
}
