using System.Globalization;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Web.Traces;

/// <summary>What the list of traces is filtered by, as it stands in the address.</summary>
/// <param name="Text">A part of a trace's name or run.</param>
/// <param name="Attribute">An attribute of any span as <c>name=value</c>.</param>
/// <param name="Errors"><c>1</c> for those in which a span failed.</param>
/// <param name="Seconds">The least duration in seconds.</param>
/// <param name="From">The earliest start, UTC, as a browser's field writes it.</param>
/// <param name="To">The start to end before, UTC.</param>
/// <param name="Sort"><c>longest</c>, else the newest come first.</param>
internal sealed record TraceFilter(string? Text, string? Attribute, string? Errors, string? Seconds, string? From, string? To, string? Sort)
{
    /// <summary>True when every trace is meant.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Text + Attribute + Errors + Seconds + From + To);

    /// <summary>What cannot be asked, one sentence each.</summary>
    public IReadOnlyList<string> Problems =>
    [
        .. new[]
        {
            Attribute is { Length: > 0 } && Pair is null ? $"The attribute is ‘{Attribute}’; expected a name and a value, such as mlops.stage=train." : null,
            Seconds is { Length: > 0 } && Least is null ? $"The least duration is ‘{Seconds}’; expected a number of seconds from 0, such as 2.5." : null,
            From is { Length: > 0 } && Time(From) is null ? $"The earliest start is ‘{From}’; expected a time, such as 2026-01-31T12:00." : null,
            To is { Length: > 0 } && Time(To) is null ? $"The latest start is ‘{To}’; expected a time, such as 2026-01-31T12:00." : null,
        }.OfType<string>(),
    ];

    /// <summary>A page of what it means; what cannot be asked is left out.</summary>
    public TraceQuery Query(int skip, int take) => new()
    {
        Text = Text is { Length: > 0 } ? Text : null,
        AttributeName = Pair?[0],
        AttributeValue = Pair?[1],
        OnlyErrors = Errors == "1",
        MinimumDuration = Least,
        StartedFrom = Time(From),
        StartedTo = Time(To),
        Order = Sort == "longest" ? TraceOrder.Longest : TraceOrder.Newest,
        Skip = skip,
        Take = take,
    };

    /// <summary>The command that lists the same; what cannot be asked is left out.</summary>
    public IReadOnlyList<string> Command =>
    [
        "traces",
        .. Option("--text", Text is { Length: > 0 } ? Text : null),
        .. Option("--attribute", Pair is [var name, var value] ? $"{name}={value}" : null),
        .. Errors == "1" ? ["--errors"] : Array.Empty<string>(),
        .. Option("--min-seconds", Least is null ? null : Seconds),
        .. Option("--from", Time(From) is null ? null : From),
        .. Option("--to", Time(To) is null ? null : To),
        .. Sort == "longest" ? ["--longest"] : Array.Empty<string>(),
    ];

    private static string[] Option(string name, string? value) => value is null ? [] : [name, value];

    private string[]? Pair => Attribute?.Split('=', 2) is [{ Length: > 0 } name, var value] ? [name.Trim(), value.Trim()] : null;

    private TimeSpan? Least => double.TryParse(Seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : null;

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time) ? time : null;
}
