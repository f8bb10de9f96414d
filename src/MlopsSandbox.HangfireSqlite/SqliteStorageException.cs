namespace MlopsSandbox.HangfireSqlite;

/// <summary>
/// The storage can't do as it was asked: a bad option, a file that is no database of this storage, a newer schema, a full disk, a busy,
/// damaged or deleted file. A write that failed was undone whole.
/// </summary>
public sealed class SqliteStorageException : Exception
{
    /// <summary>A message of four parts: where, what was found, what was expected, what to do.</summary>
    public SqliteStorageException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}
