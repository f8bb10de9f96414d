namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>A category of a feature: its share of all rows, and the share of positives among its own.</summary>
internal sealed record CategorySignal(string Value, double Share, double PositiveRate);
