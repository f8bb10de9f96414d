namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>A trigger that starts runs at times.</summary>
/// <param name="DueAt">When it starts the next one; null once it starts none any more.</param>
internal sealed record ScheduleRow(DateTimeOffset? DueAt);
