namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Alerts of an endpoint that nobody is told of for a while, in the shape in which it is shown. Times are simulated but for <paramref name="SetAt"/>.</summary>
/// <param name="Id">Such as <c>silence-0001</c>.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Rule">Only alerts of this rule; null for all.</param>
/// <param name="Subject">Only alerts about this; null for all.</param>
/// <param name="From">Begin.</param>
/// <param name="Until">End, exclusive.</param>
/// <param name="By">Who set it.</param>
/// <param name="Reason">Why.</param>
/// <param name="SetAt">Wall time.</param>
public sealed record SilenceRow(string Id, string Endpoint, string? Rule, string? Subject, DateTimeOffset From, DateTimeOffset Until, string By, string Reason, DateTimeOffset SetAt);
