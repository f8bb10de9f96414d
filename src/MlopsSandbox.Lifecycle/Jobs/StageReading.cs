using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>How stages read their settings and what came before them.</summary>
internal static class StageReading
{
    /// <summary>A text setting; null when it is not set, null or empty.</summary>
    /// <exception cref="StageException">It is not a text (<c>setting-type</c>).</exception>
    public static string? Text(this StageContext context, string name) => Setting(context, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } written ? written : null,
        { } other => throw Refused(context, name, other.GetRawText(), "a text"),
    };

    /// <summary>A text setting from a fixed set.</summary>
    /// <exception cref="StageException">It is another text, or none and there is no default (<c>setting-type</c>).</exception>
    public static string OneOf(this StageContext context, string name, IReadOnlyList<string> allowed, string? byDefault = null)
    {
        string? text = context.Text(name) ?? byDefault;
        return text is not null && allowed.Contains(text, StringComparer.Ordinal)
            ? text
            : throw Refused(context, name, text is null ? "not set" : $"'{text}'", $"one of {string.Join(", ", allowed)}");
    }

    /// <summary>A whole number; a text that holds one will do, as expressions often give texts.</summary>
    /// <exception cref="StageException">It is not a whole number within the range (<c>setting-type</c>).</exception>
    public static int Whole(this StageContext context, string name, int byDefault, int least, int most)
    {
        if (Setting(context, name) is not { } setting) return byDefault;
        string written = setting.ValueKind == JsonValueKind.String ? setting.GetString()! : setting.GetRawText();
        bool isWhole = int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number);
        return isWhole && number >= least && number <= most
            ? number
            : throw Refused(context, name, written, FormattableString.Invariant($"a whole number from {least} to {most}"));
    }

    /// <summary>A number; a text that holds one will do, and an empty one counts as not set.</summary>
    /// <exception cref="StageException">It is not a number within the range (<c>setting-type</c>).</exception>
    public static double Number(this StageContext context, string name, double byDefault, double least, double most)
    {
        if (Setting(context, name) is not { } setting) return byDefault;
        string written = setting.ValueKind == JsonValueKind.String ? setting.GetString()! : setting.GetRawText();
        if (written.Length == 0) return byDefault;
        bool isNumber = double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        return isNumber && number >= least && number <= most
            ? number
            : throw Refused(context, name, written, FormattableString.Invariant($"a number from {least} to {most}"));
    }

    /// <summary>A time in ISO 8601; without an offset it is UTC.</summary>
    /// <exception cref="StageException">It is not a time (<c>setting-type</c>).</exception>
    public static DateTimeOffset? Time(this StageContext context, string name)
    {
        if (context.Text(name) is not { } text) return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? time
            : throw Refused(context, name, $"'{text}'", "a time such as 2026-01-14T00:00:00Z");
    }

    /// <summary>The newest artifact of a kind on the incoming paths, or null.</summary>
    public static ContentHash? Newest(this StageContext context, string kind) =>
        context.Upstream.LastOrDefault(upstream => upstream.Output.Kind == kind)?.Output.Hash;

    /// <summary>The newest artifact of a kind on the incoming paths.</summary>
    /// <exception cref="StageException">There is none (<c>input-missing</c>).</exception>
    public static ContentHash Required(this StageContext context, string kind, string maker) => context.Newest(kind) ?? throw new StageException("input-missing",
        $"activity '{context.ActivityId}': no activity on its incoming paths made a {kind}; expected one. Put {maker} before it in the workflow.");

    /// <summary>A small text among a stage's outputs.</summary>
    public static StageOutput TextOutput(string text) => new(OutputKinds.Value, null, JsonSerializer.SerializeToElement(text));

    private static JsonElement? Setting(StageContext context, string name) =>
        context.Settings.TryGetValue(name, out JsonElement value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    private static StageException Refused(StageContext context, string name, string found, string expected) =>
        new("setting-type", $"activity '{context.ActivityId}': {name} is {found}; expected {expected}. Correct \"{name}\" of the activity.");
}
