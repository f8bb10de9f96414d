using System.Globalization;
using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Takes values out of a scenario file and notes everything that is wrong, so that one reading tells all.</summary>
/// <param name="file">The file's path as the user would write it.</param>
internal sealed class ScenarioReading(string file)
{
    private readonly List<(TextPlace Place, string Text)> _problems = [];

    /// <summary>What was wrong, in the order of the file.</summary>
    public IReadOnlyList<string> Problems => [.. _problems.OrderBy(p => p.Place.Line).ThenBy(p => p.Place.Column).Select(p => p.Text)];

    /// <summary>Notes a problem of a value.</summary>
    public void Refuse(LocatedJson at, string found, string expected, string advice) =>
        _problems.Add((at.Place, $"{file}:{at.Place}: {at.Path} {found}; expected {expected}. {advice}"));

    /// <summary>A member that must be an object, with no members but these; null when it is none.</summary>
    public LocatedJson? Object(LocatedJson? parent, string name, params ReadOnlySpan<string> known)
    {
        LocatedJson? member = Member(parent, name, JsonValueKind.Object, "an object");
        if (member is not null) RefuseUnknown(member, known);
        return member;
    }

    /// <summary>Refuses members that nothing reads and members told twice.</summary>
    public void RefuseUnknown(LocatedJson whole, params ReadOnlySpan<string> known)
    {
        string[] names = known.ToArray();
        foreach (LocatedJson twice in whole.Repeated)
            Refuse(twice, "is told a second time", "each name once", "Remove one of the two.");
        foreach ((string name, LocatedJson member) in whole.Members)
        {
            if (!names.Contains(name))
                Refuse(member, "is a name that nothing reads", string.Join(", ", names), $"Remove it, or correct its spelling.{NearestName.Hint(name, names)}");
        }
    }

    /// <summary>A text that must be there and not be empty.</summary>
    public string Text(LocatedJson? parent, string name, string what)
    {
        LocatedJson? member = Member(parent, name, JsonValueKind.String, what);
        if (member is not null && string.IsNullOrWhiteSpace(member.Raw)) Refuse(member, "is empty", what, "Write one.");
        return member?.Raw ?? "";
    }

    /// <summary>A text that must be one of these words.</summary>
    /// <returns>The word; the first of them when there is none that can be used.</returns>
    public string OneOf(LocatedJson? parent, string name, params IReadOnlyList<string> words)
    {
        string what = string.Join(words.Count == 2 ? " or " : ", ", words);
        string text = Text(parent, name, what);
        if (text.Length == 0 || words.Contains(text)) return text.Length == 0 ? words[0] : text;
        Refuse(parent!.Members[name], $"is '{text}'", what, $"Choose one of {(words.Count == 2 ? "the two" : "them")}.{NearestName.Hint(text, words)}");
        return words[0];
    }

    /// <summary>A word that may be left out.</summary>
    public string? OptionalOneOf(LocatedJson? parent, string name, params IReadOnlyList<string> words) => Has(parent, name) ? OneOf(parent, name, words) : null;

    /// <summary>True when the member is told.</summary>
    public static bool Has(LocatedJson? parent, string name) => parent?.Members.ContainsKey(name) == true;

    /// <summary>A number that must be there and pass.</summary>
    public double Number(LocatedJson? parent, string name, Func<double, bool> allowed, string what)
    {
        LocatedJson? member = Member(parent, name, JsonValueKind.Number, what);
        if (member is null) return double.NaN;
        double value = double.Parse(member.Raw, CultureInfo.InvariantCulture);
        if (!allowed(value)) Refuse(member, $"is {member.Raw}", what, "Change the number.");
        return value;
    }

    /// <summary>A whole number that must be there and lie between the bounds, both inclusive.</summary>
    public int Whole(LocatedJson? parent, string name, int least, int most, string unit)
    {
        string what = string.Create(CultureInfo.InvariantCulture, $"a whole number of {unit} from {least} to {most}");
        double value = Number(parent, name, value => value >= least && value <= most && value == Math.Floor(value), what);
        return double.IsNaN(value) ? least : (int)value;
    }

    /// <summary>A whole number that may be left out.</summary>
    public int OptionalWhole(LocatedJson? parent, string name, int least, int most, string unit, int otherwise) =>
        Has(parent, name) ? Whole(parent, name, least, most, unit) : otherwise;

    /// <summary>A day that must be there.</summary>
    public DateOnly Day(LocatedJson? parent, string name, string what)
    {
        string text = Text(parent, name, what);
        if (text.Length == 0) return default;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            Refuse(parent!.Members[name], $"is '{text}'", what, "Write a day that exists as year, month and day.");
        return day;
    }

    /// <summary>Shares that must each be above 0 and sum to 1.</summary>
    public double[] Shares(LocatedJson? parent, params ReadOnlySpan<string> names)
    {
        double[] shares = new double[names.Length];
        for (int i = 0; i < names.Length; i++) shares[i] = Number(parent, names[i], IsShare, "a share above 0 and below 1");
        bool readable = !shares.Any(double.IsNaN);
        if (readable && Math.Abs(shares.Sum() - 1) > 1e-9)
        {
            string sum = shares.Sum().ToString("0.######", CultureInfo.InvariantCulture);
            Refuse(parent!, $"has shares that sum to {sum}", $"{string.Join(" + ", names.ToArray())} = 1", "Change one of them.");
        }
        return shares;
    }

    /// <summary>An array that must be there and not be empty; no items when it is none.</summary>
    public IReadOnlyList<LocatedJson> Items(LocatedJson? parent, string name, string what)
    {
        LocatedJson? member = Member(parent, name, JsonValueKind.Array, what);
        if (member is { Items.Count: 0 }) Refuse(member, "is an empty array", what, "Add at least one.");
        return member?.Items ?? [];
    }

    /// <summary>Above 0 and below 1.</summary>
    public static bool IsShare(double value) => value is > 0 and < 1;

    private LocatedJson? Member(LocatedJson? parent, string name, JsonValueKind kind, string what)
    {
        if (parent is null) return null;
        if (!parent.Members.TryGetValue(name, out LocatedJson? member))
        {
            Refuse(parent, $"has no \"{name}\"", what, $"Add \"{name}\".");
            return null;
        }
        if (member.Kind == kind) return member;
        Refuse(member, $"is {Shown(member)}", what, "Change the value.");
        return null;
    }

    private static string Shown(LocatedJson value) => value.Kind == JsonValueKind.String ? $"the text '{value.Raw}'" : value.Raw;
}
