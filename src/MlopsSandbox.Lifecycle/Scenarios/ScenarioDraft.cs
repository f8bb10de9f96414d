using System.Globalization;
using System.Text.RegularExpressions;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>A scenario for a file that nobody prepared: guesses that a person can correct, each told in a note.</summary>
/// <param name="Name">Name of the scenario and its folder.</param>
/// <param name="Json">The text of <c>scenario.json</c>.</param>
/// <param name="DataFile">Name of the data file.</param>
/// <param name="Data">The data: the user's bytes where they can be used as they are, else written anew with commas.</param>
/// <param name="Notes">What was guessed and left out, one sentence each.</param>
public sealed partial record ScenarioDraft(string Name, string Json, string DataFile, ReadOnlyMemory<byte> Data, IReadOnlyList<string> Notes)
{
    /// <summary>Drafts a scenario. Pure: <paramref name="content"/> is what <see cref="ScenarioRequest.File"/> holds.</summary>
    /// <exception cref="ScenarioException">The file cannot become a scenario; the message says where and why.</exception>
    public static ScenarioDraft Of(ScenarioRequest request, byte[] content)
    {
        string name = NameOf(request);
        DelimitedText raw = DelimitedText.Read(request.File, content);
        string[] header = HeaderNames.Of(request.File, raw.Header);
        if (raw.Header.Count(column => column == request.Label) > 1)
            throw new ScenarioException($"{request.File}:1: more than one column is called '{request.Label}'; expected one label. Rename the others.");
        DelimitedText text = raw with { Header = header };
        LabelSurvey label = LabelSurvey.Of(request.File, text, request.Label, request.Positive);
        ColumnSurvey[] columns = [.. header.Select((column, index) => SurveyOf(text, label, column, index))];
        ColumnSurvey[] features = [.. columns.Where((column, index) => column.Kind is not null && index != label.Index)];
        if (features.Length == 0)
            throw new ScenarioException($"{request.File}: no column beside '{label.Column}' can be used; expected at least one number or category. {string.Join(" ", NotesOn(columns, label))}");
        bool usable = IsUsableAsItIs(raw, header, columns, label);
        StoryDraft story = StoryDraft.Of(label, features, text);
        string[] notes = [.. RewriteNotes(usable, raw, header), NoteOn(request, label), .. NotesOn(columns, label), .. story.Notes];
        byte[] data = usable ? content : CanonicalCsv.Of(columns);
        return new ScenarioDraft(name, ScenarioText.Of(name, $"{name}.csv", label, features, story), $"{name}.csv", data, notes);
    }

    private static ColumnSurvey SurveyOf(DelimitedText text, LabelSurvey label, string name, int index)
    {
        string[] cells = [.. text.Records.Select(record => record[index])];
        ColumnSurvey survey = ColumnSurvey.Of(name, cells, decimalComma: text.Separator != ',');
        if (index == label.Index) return survey with { Cells = cells, Kind = null };
        string[] labels = [.. text.Records.Select(record => record[label.Index])];
        return survey.Kind == FeatureKind.Categorical && IsCopy(cells, labels)
            ? survey with { Kind = null, LeftOutBecause = $"it says '{label.Column}' in other words" }
            : survey;
    }

    // Two values that stand for the label's two values, one each.
    private static bool IsCopy(string[] cells, string[] labels) =>
        cells.Distinct().Count() == 2 && cells.Zip(labels).Distinct().Count() == 2;

    private static string NameOf(ScenarioRequest request)
    {
        string from = request.Name ?? Path.GetFileNameWithoutExtension(request.File);
        string name = NotWordCharacters().Replace(from.ToLowerInvariant(), "-").Trim('-');
        if (name.Length == 0)
            throw new ScenarioException($"{request.File}: no name can be made of '{from}'; expected letters a to z or digits. Give one with --name.");
        if (request.Name is not null && name != request.Name)
            throw new ScenarioException($"--name is '{request.Name}'; expected lower-case words joined by hyphens. Use --name {name}.");
        return name;
    }

    private static bool IsUsableAsItIs(DelimitedText raw, string[] header, ColumnSurvey[] columns, LabelSurvey label) =>
        raw.IsPlain
        && raw.Separator == ','
        && header.SequenceEqual(raw.Header)
        && columns.Index().All(column => column.Index == label.Index || raw.Records.Select(record => record[column.Index]).SequenceEqual(column.Item.Cells));

    private static IEnumerable<string> RewriteNotes(bool usable, DelimitedText raw, string[] header)
    {
        if (!usable) yield return "The data are written anew: commas, UTF-8, one line end, points in numbers, empty cells for missing values.";
        foreach ((int index, string name) in header.Index())
        {
            string before = raw.Header[index];
            if (before == name) continue;
            string was = before.Length == 0 ? "without a name" : $"another '{before}'";
            yield return string.Create(CultureInfo.InvariantCulture, $"Column {index + 1}, {was}, is called '{name}'.");
        }
    }

    private static string NoteOn(ScenarioRequest request, LabelSurvey label) => string.Create(CultureInfo.InvariantCulture,
        $"Positive class: {label.Column} '{label.Positive}', {label.Positives} of {label.Rows} rows ({100.0 * label.Positives / label.Rows:0.#} %){(request.Positive is null ? "; another by --positive" : "")}.");

    private static IEnumerable<string> NotesOn(ColumnSurvey[] columns, LabelSurvey label) =>
        columns.Where((column, index) => column.LeftOutBecause is not null && index != label.Index).Select(column => $"Left out '{column.Name}': {column.LeftOutBecause}.");

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotWordCharacters();
}
