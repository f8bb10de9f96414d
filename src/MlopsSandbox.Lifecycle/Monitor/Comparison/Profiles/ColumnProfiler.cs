using System.Text;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Cells;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;

/// <summary>Sums up a column of which nothing is known: as numbers, as texts and as dates at once, until it shows what it is.</summary>
/// <param name="decimalComma">True when numbers may be written 1,5.</param>
/// <param name="mostTexts">Different texts to count by name.</param>
internal sealed class ColumnProfiler(bool decimalComma, int mostTexts) : CellSink
{
    /// <summary>So many different numbers, and no text among them, are no categories: their texts are forgotten.</summary>
    private const int MostNumbersAsTexts = 1_000;

    /// <summary>A column with this share of numbers is one of numbers, with cells among them that can't be read.</summary>
    private const double MostlyNumbers = 0.9;

    private readonly NumberTrack _numbers = new();
    private readonly IdWatch _ids = new();
    private readonly DateCell _dates = new();
    private readonly char[] _room = new char[CategoryText.LongestWhole];
    private readonly HashSet<double> _firstNumbers = [];
    private TextTally? _texts = new(mostTexts);
    private HyperLogLog? _differentStrangers;
    private long _rows;
    private long _missing;
    private long _marks;
    private long _strangers;
    private string? _firstStranger;
    private bool _areDates = true;

    /// <inheritdoc/>
    public override void TakeText(ReadOnlySpan<byte> cell, int row)
    {
        _rows++;
        if (cell.IsEmpty)
        {
            _missing++;
            return;
        }

        _texts?.Add(CategoryText.Of(cell, CategoryForm.Text, _room));
        if (NumberCell.TryParse(cell, decimalComma, out double value)) AddNumber(value);
        else AddStranger(cell);
    }

    /// <inheritdoc/>
    public override void TakeNumber(double value, int row)
    {
        _rows++;
        if (double.IsNaN(value))
        {
            _missing++;
            return;
        }

        _texts?.Add(CategoryText.Of(value, _room));
        if (double.IsFinite(value)) AddNumber(value);
        else AddStranger(value > 0 ? "Infinity"u8 : "-Infinity"u8);
    }

    /// <summary>What the column is.</summary>
    public ColumnProfile Profile(string name)
    {
        long numbers = _numbers.Count, present = _rows - _missing;
        if (numbers + _strangers == 0) return Unjudged(name, UnjudgedKind.Empty, "it is empty");
        if (IsNumber()) return NumberOrId(name);
        if (_areDates) return Unjudged(name, UnjudgedKind.Dates, "it holds dates, which go on in every file");
        if (_texts is null) return Unjudged(name, UnjudgedKind.Mixed, Invariant($"it begins with numbers and goes on with texts: {numbers} numbers in {present} rows"));
        double different = _texts.Unlisted == 0 ? _texts.Listed : Math.Round(_differentStrangers?.Estimate() ?? 0);
        if (different > ColumnSurvey.MostCategories && different > present / 2)
            return Unjudged(name, UnjudgedKind.FreeText, Invariant($"it is free text: {(_texts.Unlisted == 0 ? "" : "about ")}{different} different values in {present} rows"));
        return Category(name);
    }

    private void AddNumber(double value)
    {
        _areDates = false;
        _numbers.Add(value);
        _ids.Add(value);
        if (_firstNumbers.Count <= ColumnSurvey.MostCategories) _firstNumbers.Add(value);
        if (_strangers == 0 && _texts is { Listed: > MostNumbersAsTexts }) _texts = null;
    }

    private void AddStranger(ReadOnlySpan<byte> cell)
    {
        if (MissingMark.Is(cell))
        {
            _marks++;
            return;
        }

        _strangers++;
        _firstStranger ??= CategoryText.Of(cell, CategoryForm.Text, _room).ToString();
        _areDates = _areDates && _dates.TryParse(cell, out _);
        (_differentStrangers ??= new HyperLogLog()).Add(CategoryText.Of(cell, CategoryForm.Text, _room));
    }

    private bool IsNumber() => _strangers == 0
        ? _firstNumbers.Count > 2
        : _firstNumbers.Count > ColumnSurvey.MostCategories && _numbers.Count >= MostlyNumbers * (_numbers.Count + _strangers);

    private ColumnProfile NumberOrId(string name)
    {
        NumberProfile profile = _numbers.Profile(name, _rows, _missing + _marks, _strangers, _firstStranger);
        return profile.Present == _rows && _ids.IsId(profile.Values)
            ? Unjudged(name, UnjudgedKind.Id, "each row has its own whole number, so it looks like an id")
            : profile;
    }

    private CategoryProfile Category(string name)
    {
        CategoryForm form = _strangers == 0 ? CategoryForm.Number : _numbers.Count == 0 && _texts!.All(text => bool.TryParse(text, out _)) ? CategoryForm.Truth : CategoryForm.Text;
        // A mark of a missing number is one only among numbers: elsewhere it may be a category.
        long missing = form == CategoryForm.Number ? _missing + _marks : _missing;
        return new CategoryProfile(name, _rows, missing, [.. _texts!.Values(text => Written(text, form)).Where(value => value.Value.Length > 0)], form) { Unlisted = _texts.Unlisted };
    }

    private string Written(string text, CategoryForm form) => form switch
    {
        CategoryForm.Number => NumberCell.TryParse(Encoding.UTF8.GetBytes(text), decimalComma, out double value) ? CategoryText.Of(value, _room).ToString() : "",
        CategoryForm.Truth => bool.Parse(text).ToString(),
        _ => text,
    };

    private UnjudgedProfile Unjudged(string name, UnjudgedKind looks, string reason) => new(name, _rows, looks == UnjudgedKind.Empty ? _rows : _missing, looks, reason);

}
