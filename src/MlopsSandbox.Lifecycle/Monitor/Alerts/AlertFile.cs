using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>Reads <c>alerts.json</c> of a home: rules that differ from the default, and sinks.</summary>
public static class AlertFile
{
    /// <summary>The file's name in a home.</summary>
    public const string Name = "alerts.json";
    private static readonly string[] Severities = ["info", "warning", "critical"];

    /// <summary>The settings of a home; <see cref="AlertSettings.Default"/> where it has no such file.</summary>
    /// <param name="home">The home folder.</param>
    /// <param name="environment">Reads an environment variable, for secrets that are named by one.</param>
    /// <exception cref="ScenarioException">The file cannot be used; the message says everything that is wrong, and no secret.</exception>
    public static AlertSettings Read(string home, Func<string, string?> environment)
    {
        string path = Path.Combine(home, Name);
        if (!File.Exists(path)) return AlertSettings.Default;
        ScenarioReading reading = new(path);
        AlertSettings settings = Of(reading, Located(path), environment);
        return reading.Problems.Count == 0 ? settings : throw new ScenarioException(reading.Problems);
    }

    private static LocatedJson Located(string path)
    {
        try
        {
            return LocatedJson.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException problem)
        {
            throw new ScenarioException($"{path}:{problem.LineNumber + 1}:{problem.BytePositionInLine + 1}: this is not JSON; expected an object with rules and sinks. Correct the file at this place.");
        }
    }

    private static AlertSettings Of(ScenarioReading reading, LocatedJson root, Func<string, string?> environment)
    {
        if (root.Kind != JsonValueKind.Object)
        {
            reading.Refuse(root, $"is {root.Raw}", "an object with rules and sinks", "Change the file.");
            return AlertSettings.Default;
        }
        reading.RefuseUnknown(root, "rules", "sinks");
        AlertRule[] rules = [.. Items(reading, root, "rules").Select(item => RuleOf(reading, item))];
        AlertSink[] sinks = root.Members.ContainsKey("sinks") ? [.. Items(reading, root, "sinks").Select(item => SinkReading.Of(reading, item, environment)).OfType<AlertSink>()] : [.. AlertSettings.Default.Sinks];
        foreach (AlertSink twice in sinks.GroupBy(sink => sink.Name).SelectMany(named => named.Skip(1)))
            reading.Refuse(root.Members["sinks"], $"has two sinks named '{twice.Name}'", "each name once", "Rename one of them.");
        return new AlertSettings([.. rules, .. AlertRules.Default.Where(known => !rules.Any(rule => rule.Name == known.Name))], sinks);
    }

    private static IEnumerable<LocatedJson> Items(ScenarioReading reading, LocatedJson root, string name)
    {
        if (!root.Members.TryGetValue(name, out LocatedJson? list)) return [];
        if (list.Kind != JsonValueKind.Array) reading.Refuse(list, $"is {list.Raw}", "an array", "Change the value.");
        foreach (LocatedJson item in list.Items.Where(item => item.Kind != JsonValueKind.Object)) reading.Refuse(item, $"is {item.Raw}", "an object", "Change the item.");
        return list.Items.Where(item => item.Kind == JsonValueKind.Object);
    }

    private static AlertRule RuleOf(ScenarioReading reading, LocatedJson item)
    {
        reading.RefuseUnknown(item, "rule", "severity", "raiseAfter", "ofChecks", "clearAfter", "cooldownDays");
        string name = Word(reading, item, "rule", [.. AlertRules.Default.Select(rule => rule.Name)], "");
        AlertRule usual = AlertRules.Default.FirstOrDefault(rule => rule.Name == name) ?? new AlertRule(name, AlertSeverity.Warning);
        int raise = WholeOr(reading, item, "raiseAfter", usual.RaiseAfter, "checks"), of = WholeOr(reading, item, "ofChecks", Math.Max(raise, usual.OfChecks), "checks");
        if (of < raise) reading.Refuse(item.Members["ofChecks"], $"is {of}", $"at least raiseAfter, {raise}", "An alert cannot need more checks than are counted.");
        return usual with
        {
            Severity = SeverityOf(reading, item, "severity", usual.Severity),
            RaiseAfter = raise,
            OfChecks = of,
            ClearAfter = WholeOr(reading, item, "clearAfter", usual.ClearAfter, "checks"),
            CooldownDays = item.Members.ContainsKey("cooldownDays") ? reading.Number(item, "cooldownDays", days => days is >= 0 and <= 36_500, "days from 0 to 36500") : usual.CooldownDays,
        };
    }

    /// <summary>A severity, or the usual one where none is written.</summary>
    internal static AlertSeverity SeverityOf(ScenarioReading reading, LocatedJson item, string name, AlertSeverity usual) =>
        Word(reading, item, name, Severities, usual.ToString().ToLowerInvariant()) is { Length: > 0 } word ? Enum.Parse<AlertSeverity>(word, ignoreCase: true) : usual;

    private static int WholeOr(ScenarioReading reading, LocatedJson item, string name, int usual, string unit) =>
        item.Members.ContainsKey(name) ? reading.Whole(item, name, 1, 1_000, unit) : usual;

    /// <summary>A word of a few; where there is a usual one it need not be written. Empty when it is not known, which is noted.</summary>
    internal static string Word(ScenarioReading reading, LocatedJson item, string name, IReadOnlyList<string> known, string usual)
    {
        if (usual.Length > 0 && !item.Members.ContainsKey(name)) return usual;
        string expected = string.Create(CultureInfo.InvariantCulture, $"one of {string.Join(", ", known)}");
        string word = reading.Text(item, name, expected);
        if (word.Length == 0 || known.Contains(word)) return word;
        reading.Refuse(item.Members[name], $"is '{word}'", expected, $"Choose one of them.{NearestName.Hint(word, known)}");
        return "";
    }
}
