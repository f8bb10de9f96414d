namespace MlopsSandbox.Web.Runs;

/// <summary>Something that was noted while a stage worked.</summary>
/// <param name="At">Wall time.</param>
/// <param name="Span">The span in which it happened.</param>
/// <param name="Name">What happened.</param>
/// <param name="Text">What is known of it.</param>
/// <param name="IsFailure">True for an exception.</param>
internal sealed record StageLogLine(DateTimeOffset At, string Span, string Name, string Text, bool IsFailure);
