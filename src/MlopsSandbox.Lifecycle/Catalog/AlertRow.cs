namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>An alert: drift was found at an endpoint and is not yet answered.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="ReportId">The report that opened it.</param>
/// <param name="OpenedAt">Simulated time.</param>
/// <param name="ClosedAt">Simulated time at which another model began to serve; null while it is open.</param>
public sealed record AlertRow(string Endpoint, string ReportId, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt);
