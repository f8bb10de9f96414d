using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>Which traces to show, in which order: all of what is set has to hold. Unset, the 50 newest.</summary>
public sealed record TraceQuery
{
    /// <summary>Only traces whose root span's name or whose run's id contains this; A to Z count as a to z.</summary>
    public string? Text { get; init; }
    /// <summary>Only traces of which a span has this attribute with <see cref="AttributeValue"/>.</summary>
    public string? AttributeName { get; init; }
    /// <summary>The attribute's value: a text as it is, anything else as in JSON, such as <c>0.5</c> or <c>true</c>. Values of more than 200 characters are not found.</summary>
    public string? AttributeValue { get; init; }
    /// <summary>Only traces in which a span failed.</summary>
    public bool OnlyErrors { get; init; }
    /// <summary>Only traces that took at least so long; no open one.</summary>
    public TimeSpan? MinimumDuration { get; init; }
    /// <summary>Only traces started then or later.</summary>
    public DateTimeOffset? StartedFrom { get; init; }
    /// <summary>Only traces started before.</summary>
    public DateTimeOffset? StartedTo { get; init; }
    /// <summary>How they are sorted; ties by trace id.</summary>
    public TraceOrder Order { get; init; } = TraceOrder.Newest;
    /// <summary>Traces before the page, from 0.</summary>
    public int Skip { get; init; }
    /// <summary>Traces of the page at most, 1 to 1,000; by default 50.</summary>
    public int Take { get; init; } = PageBounds.DefaultTake;

    /// <summary>What is wrong with it, one sentence each; empty when it can be asked.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (string problem in PageBounds.Problems(Skip, Take)) yield return problem;
        if ((AttributeName is null) != (AttributeValue is null))
            yield return $"attribute is '{AttributeName}={AttributeValue}'; expected a name and a value, such as mlops.stage=train.";
        if (MinimumDuration < TimeSpan.Zero) yield return FormattableString.Invariant($"the least duration is {MinimumDuration.Value.TotalSeconds} s; expected 0 or more.");
    }
}
