using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MlopsSandbox.Commands;

/// <summary>Options that name a time.</summary>
internal static class TimeOption
{
    /// <summary>A new option for a time of the wall clock, in UTC where it names no zone.</summary>
    /// <param name="name">Such as <c>--from</c>.</param>
    /// <param name="description">Shown by <c>--help</c>.</param>
    public static Option<DateTimeOffset?> Create(string name, string description) => Create(name, description, "a time in UTC");

    /// <summary>A new option <c>--at</c> for a simulated time.</summary>
    public static Option<DateTimeOffset?> At(string description) => Create("--at", description, "a simulated time");

    private static Option<DateTimeOffset?> Create(string name, string description, string kind) => new(name) { Description = description, HelpName = "time", CustomParser = result => Parse(result, name, kind) };

    private static DateTimeOffset? Parse(ArgumentResult result, string name, string kind)
    {
        string text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)) return time;
        result.AddError($"{name} is '{text}'; expected {kind}, such as 2026-01-20 or 2026-01-20T06:00:00Z.");
        return null;
    }
}
