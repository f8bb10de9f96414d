namespace MlopsSandbox.HangfireSqlite;

/// <summary>The storage can't be used as it was asked for: a bad option, a file that is no database of this storage, a newer schema, a lock that another program keeps.</summary>
public sealed class SqliteStorageException : Exception
{
    /// <summary>A message of four parts: where, what was found, what was expected, what to do.</summary>
    public SqliteStorageException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}
