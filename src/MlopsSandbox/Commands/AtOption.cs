using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MlopsSandbox.Commands;

/// <summary><c>--at</c>: a simulated time.</summary>
internal static class AtOption
{
    /// <summary>A new option.</summary>
    public static Option<DateTimeOffset?> Create(string description) => new("--at") { Description = description, HelpName = "time", CustomParser = Parse };

    private static DateTimeOffset? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)) return time;
        result.AddError($"--at is '{text}'; expected a simulated time, such as 2026-01-20 or 2026-01-20T06:00:00Z.");
        return null;
    }
}
