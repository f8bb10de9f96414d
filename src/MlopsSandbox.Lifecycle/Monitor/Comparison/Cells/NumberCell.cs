using System.Globalization;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Cells;

/// <summary>Reads a number from a text file's bytes, as fast as most of them allow.</summary>
internal static class NumberCell
{
    // Up to 15 digits and powers of ten up to 22 are doubles without rounding, so that one division gives the nearest double (Clinger 1990).
    private const int MostDigits = 15, LongestOnStack = 128;
    private static readonly double[] PowersOfTen = [.. Enumerable.Range(0, MostDigits + 1).Select(power => Math.Pow(10, power))];

    /// <summary>True for a finite number with a decimal point, or a decimal comma where the file may have one.</summary>
    public static bool TryParse(ReadOnlySpan<byte> cell, bool decimalComma, out double value)
    {
        if (TryPlain(cell, decimalComma ? (byte)',' : (byte)'.', out value)) return true;
        if (cell.IsEmpty || !MayBegin(cell[0])) return false;
        if (decimalComma && cell.Contains((byte)',')) return TryWithPoint(cell, out value);
        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    private static bool TryPlain(ReadOnlySpan<byte> cell, byte point, out double value)
    {
        value = 0;
        bool isNegative = !cell.IsEmpty && cell[0] == '-';
        ReadOnlySpan<byte> digits = isNegative ? cell[1..] : cell;
        if (digits.Length is 0 or > MostDigits + 1) return false;
        long whole = 0;
        int places = -1, seen = 0;
        foreach (byte letter in digits)
        {
            if ((uint)(letter - '0') <= 9)
            {
                whole = (10 * whole) + (letter - '0');
                seen++;
                if (places >= 0) places++;
            }
            else if (letter == point && places < 0)
            {
                places = 0;
            }
            else
            {
                return false;
            }
        }

        if (seen is 0 or > MostDigits) return false;
        value = places > 0 ? whole / PowersOfTen[places] : whole;
        if (isNegative) value = -value;
        return true;
    }

    private static bool TryWithPoint(ReadOnlySpan<byte> cell, out double value)
    {
        Span<byte> pointed = cell.Length <= LongestOnStack ? stackalloc byte[cell.Length] : new byte[cell.Length];
        cell.Replace(pointed, (byte)',', (byte)'.');
        return double.TryParse(pointed, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    private static bool MayBegin(byte letter) => (uint)(letter - '0') <= 9 || letter is (byte)'-' or (byte)'+' or (byte)'.' or (byte)',';
}
