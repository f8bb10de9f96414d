using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>A statement that is put together from parts. The values interpolated into a part become parameters, as in a whole one.</summary>
internal sealed class Statement
{
    /// <summary>Values in a list of <see cref="AddList"/>, whatever their number: so there are few different statements to prepare.</summary>
    public const int ListLength = 50;

    private readonly StringBuilder _format = new();
    private readonly List<object?> _values = [];

    /// <summary>All of it, to be run.</summary>
    public FormattableString Whole => FormattableStringFactory.Create(_format.ToString(), [.. _values]);

    /// <summary>Adds a part, on a line of its own.</summary>
    public Statement Add(FormattableString part)
    {
        object[] places = [.. Enumerable.Range(_values.Count, part.ArgumentCount).Select(place => string.Create(CultureInfo.InvariantCulture, $"{{{place}}}"))];
        _format.AppendFormat(CultureInfo.InvariantCulture, part.Format, places).Append('\n');
        _values.AddRange(part.GetArguments());
        return this;
    }

    /// <summary>Adds text that takes no values, such as a column's name; never a user's words.</summary>
    public Statement AddText(string text) => Add(FormattableStringFactory.Create(text));

    /// <summary>Adds all parts of another.</summary>
    public Statement Add(Statement other) => Add(other.Whole);

    /// <summary>Adds values in brackets, as after <c>IN</c>.</summary>
    /// <param name="values">1 to <see cref="ListLength"/>; the last is repeated where there are fewer.</param>
    public Statement AddList(IReadOnlyList<string> values)
    {
        string[] padded = [.. values, .. Enumerable.Repeat(values[^1], ListLength - values.Count)];
        string places = string.Join(", ", Enumerable.Range(0, ListLength).Select(place => string.Create(CultureInfo.InvariantCulture, $"{{{place}}}")));
        return Add(FormattableStringFactory.Create($"({places})", padded));
    }
}
