namespace MlopsSandbox.Web.Traces;

/// <summary>A line of a span's log.</summary>
/// <param name="At">Wall time; null where only the order is known.</param>
/// <param name="Text">What happened.</param>
/// <param name="Details">What is known of it, by name.</param>
/// <param name="IsFailure">True for an exception.</param>
public sealed record SpanLine(DateTimeOffset? At, string Text, IReadOnlyList<KeyValuePair<string, string>> Details, bool IsFailure);
