namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>How far a scan came.</summary>
/// <param name="End">How it ended.</param>
/// <param name="At">Of a whole record where the next one begins; else where the one that did not end begins.</param>
/// <param name="Passed">Empty lines passed over before it.</param>
/// <param name="Lines">Lines that the record spans.</param>
internal readonly record struct ScannedRecord(RecordEnd End, int At, int Passed, int Lines);

/// <summary>How the scan of a record ends.</summary>
internal enum RecordEnd
{
    /// <summary>At its line end, or at the file's.</summary>
    Whole,
    /// <summary>The bytes end first.</summary>
    OutOfBytes,
    /// <summary>The file ends within quotes.</summary>
    QuoteOpen,
}
