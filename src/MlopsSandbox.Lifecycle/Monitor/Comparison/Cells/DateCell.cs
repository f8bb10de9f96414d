using System.Globalization;
using System.Text.Unicode;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Cells;

/// <summary>Reads dates of one column; remembers which form they have, and the last one, as many rows share a day.</summary>
internal sealed class DateCell
{
    private const int Longest = 40;
    private readonly char[] _text = new char[Longest];
    private readonly byte[] _last = new byte[Longest];
    private int _lastLength = -1;
    private DateTime _lastDate;
    private int _form;

    /// <summary>True for a date, with or without a time; a time zone is reckoned to UTC.</summary>
    public bool TryParse(ReadOnlySpan<byte> cell, out DateTime date)
    {
        date = _lastDate;
        if (cell.Length == _lastLength && cell.SequenceEqual(_last.AsSpan(0, _lastLength))) return true;
        if (cell.Length is 0 or > Longest || Utf8.ToUtf16(cell, _text, out _, out int length) != System.Buffers.OperationStatus.Done) return false;
        if (!TryForms(_text.AsSpan(0, length), out date)) return false;
        cell.CopyTo(_last);
        (_lastLength, _lastDate) = (cell.Length, date);
        return true;
    }

    private bool TryForms(ReadOnlySpan<char> text, out DateTime date)
    {
        if (Is(text, _form, out date)) return true;
        for (int form = 0; form < ColumnSurvey.DateForms.Length; form++)
        {
            if (!Is(text, form, out date)) continue;
            _form = form;
            return true;
        }

        return false;
    }

    private static bool Is(ReadOnlySpan<char> text, int form, out DateTime date) =>
        DateTime.TryParseExact(text, ColumnSurvey.DateForms[form], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out date);
}
