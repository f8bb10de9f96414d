namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>A value and how many rows have it.</summary>
public sealed record ValueRows(string Value, int Rows);
