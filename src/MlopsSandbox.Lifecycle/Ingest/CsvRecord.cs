namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>One record of a CSV file, quotes taken off.</summary>
/// <param name="Line">Where it begins in the file, from 1; a record with quoted newlines spans several lines.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record CsvRecord(int Line, string[] Cells);
