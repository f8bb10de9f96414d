using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Shapes;

/// <summary>An event that was published.</summary>
/// <param name="Event">Its name.</param>
/// <param name="CorrelationId">What runs had to be tied to; null for all.</param>
/// <param name="Runs">The runs that it started or let go on, as they stand now.</param>
internal sealed record PublishedShape(string Event, string? CorrelationId, IReadOnlyList<RunRow> Runs);
