using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Commands;

/// <summary>The options that say which traces are meant, and in which order.</summary>
internal sealed class TraceOptions
{
    private const double MostSeconds = 1e9;
    private readonly Option<string?> _text = new("--text") { Description = "only traces whose name or run contains this.", HelpName = "text" };
    private readonly Option<KeyValuePair<string, string>?> _attribute = new("--attribute") { Description = "only traces of which a span has this attribute.", HelpName = "name=value", CustomParser = ParseAttribute };
    private readonly Option<bool> _errors = new("--errors") { Description = "only traces in which something failed." };
    private readonly Option<double?> _seconds = new("--min-seconds") { Description = "only traces that took at least so long; no open one.", HelpName = "seconds", CustomParser = ParseSeconds };
    private readonly Option<DateTimeOffset?> _from = TimeOption.Create("--from", "only traces started then or later, in UTC.");
    private readonly Option<DateTimeOffset?> _to = TimeOption.Create("--to", "only traces started before, in UTC.");
    private readonly Option<bool> _longest = new("--longest") { Description = "the longest first, instead of the newest." };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_text, _attribute, _errors, _seconds, _from, _to, _longest]) command.Add(option);
    }

    /// <summary>What a call asks for.</summary>
    public TraceQuery Read(ParseResult parsed)
    {
        KeyValuePair<string, string>? attribute = parsed.GetValue(_attribute);
        return new TraceQuery
        {
            Text = parsed.GetValue(_text),
            AttributeName = attribute?.Key,
            AttributeValue = attribute?.Value,
            OnlyErrors = parsed.GetValue(_errors),
            MinimumDuration = parsed.GetValue(_seconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            StartedFrom = parsed.GetValue(_from),
            StartedTo = parsed.GetValue(_to),
            Order = parsed.GetValue(_longest) ? TraceOrder.Longest : TraceOrder.Newest,
        };
    }

    private static KeyValuePair<string, string>? ParseAttribute(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (text.Split('=', 2) is [{ Length: > 0 } name, var value]) return new(name.Trim(), value.Trim());
        result.AddError($"--attribute is '{text}'; expected a name and a value, such as mlops.stage=train.");
        return null;
    }

    private static double? ParseSeconds(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and < MostSeconds) return seconds;
        result.AddError($"--min-seconds is '{text}'; expected a number of seconds from 0, such as 2.5.");
        return null;
    }
}
