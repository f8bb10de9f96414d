namespace MlopsSandbox.Web.ApiReference;

/// <summary>What the server answered a browser that tried an operation.</summary>
/// <param name="Status">The status code; 0 when the server could not be reached.</param>
/// <param name="Body">The body, JSON indented, its first 20,000 characters.</param>
/// <param name="Length">Characters of all of it.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Total">Rows on all pages; null where there are no pages.</param>
internal sealed record TriedAnswer(int Status, string Body, int Length, double Milliseconds, string? Total);
