using SQLitePCL;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>The row that a statement stands on. Columns count from 0.</summary>
internal readonly struct Row(sqlite3_stmt statement)
{
    public bool IsDBNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>The column as text, numbers too.</summary>
    public string GetString(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <summary>The column as SQLite's own type of value; null when it is null.</summary>
    public object? Value(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => GetInt64(column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
        _ => GetString(column),
    };
}
