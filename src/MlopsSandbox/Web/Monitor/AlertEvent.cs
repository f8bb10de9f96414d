namespace MlopsSandbox.Web.Monitor;

/// <summary>Something that happened to an alert.</summary>
/// <param name="What">In a few words.</param>
/// <param name="When">The time, with its clock.</param>
/// <param name="Tone"><c>good</c>, <c>bad</c>, <c>warn</c> or <c>quiet</c>.</param>
/// <param name="Note">What was written; null for nothing.</param>
internal sealed record AlertEvent(string What, string When, string Tone, string? Note = null);
