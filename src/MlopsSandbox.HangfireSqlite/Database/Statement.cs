using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>One prepared statement, kept and run again with other values, without what <see cref="SqliteCommand"/> does anew on each run.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    public Statement(sqlite3 connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection, sql, out _statement));
    }

    /// <summary>Gives the parameters <c>?1</c>, <c>?2</c>, … their values.</summary>
    public void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) Check(Bind(i + 1, values[i]));
    }

    /// <summary>Goes to the next row; false after the last.</summary>
    public bool Step(out Row row)
    {
        row = new Row(_statement);
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result != raw.SQLITE_DONE) Check(result);
        return false;
    }

    /// <summary>Ends the run, and lets go of what it has locked. What went wrong in it was told before.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private int Bind(int parameter, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, parameter),
        string text => raw.sqlite3_bind_text(_statement, parameter, text),
        long number => raw.sqlite3_bind_int64(_statement, parameter, number),
        int number => raw.sqlite3_bind_int64(_statement, parameter, number),
        double number => raw.sqlite3_bind_double(_statement, parameter, number),
        _ => throw new ArgumentException($"A parameter is a {value.GetType()}; expected text or a number.", nameof(value)),
    };

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, _connection);
    }
}
