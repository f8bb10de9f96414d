using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>One connection with its prepared statements. The values interpolated into a statement become its parameters. Used by one thread at a time.</summary>
internal sealed class Session(DbConnection connection) : IDisposable
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>Called before each statement that writes; a test lets it throw, as a full disk would.</summary>
    public Action? Writing { get; set; }

    /// <summary>Runs a statement that writes.</summary>
    /// <returns>Rows that it changed.</returns>
    public int Execute(FormattableString sql)
    {
        Writing?.Invoke();
        return Prepare(sql).ExecuteNonQuery();
    }

    /// <summary>Runs text that takes no values, several statements at once if need be.</summary>
    public void Run(string sql)
    {
        using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is part of this program
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Begins or ends a transaction.</summary>
    public void Bound(string sql) => Prepare(FormattableStringFactory.Create(sql)).ExecuteNonQuery();

    /// <summary>All rows of a query.</summary>
    public List<T> Query<T>(FormattableString sql, Func<Row, T> read)
    {
        using DbDataReader reader = Prepare(sql).ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) rows.Add(read(new Row(reader)));
        return rows;
    }

    /// <summary>The first row of a query, or null.</summary>
    public T? First<T>(FormattableString sql, Func<Row, T> read) where T : class => Query(sql, read).FirstOrDefault();

    /// <summary>The one number that a query gives in its column <c>value</c>; 0 when it gives no row.</summary>
    public long Count(FormattableString sql) => Query(sql, row => row.Whole("value")).FirstOrDefault();

    /// <summary>The next value of a counter, from 1. Unique for ever once the transaction stands.</summary>
    public long Next(string counter)
    {
        Writing?.Invoke();
        return Count($"INSERT INTO counters (name, value) VALUES ({counter}, 1) ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (DbCommand command in _prepared.Values) command.Dispose();
        connection.Dispose();
    }

    private DbCommand Prepare(FormattableString sql)
    {
        if (!_prepared.TryGetValue(sql.Format, out DbCommand? command)) _prepared.Add(sql.Format, command = Parse(sql));
        for (int i = 0; i < sql.ArgumentCount; i++) command.Parameters[i].Value = ValueOf(sql.GetArgument(i));
        return command;
    }

    private DbCommand Parse(FormattableString sql)
    {
        DbCommand command = connection.CreateCommand();
        object[] names = new object[sql.ArgumentCount];
        for (int i = 0; i < names.Length; i++)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            names[i] = parameter.ParameterName;
            command.Parameters.Add(parameter);
        }
#pragma warning disable CA2100 // only names of parameters are put into the text
        command.CommandText = string.Format(CultureInfo.InvariantCulture, sql.Format, names);
#pragma warning restore CA2100
        return command;
    }

    private static object ValueOf(object? value) => value switch
    {
        null => DBNull.Value,
        string or long or double => value,
        int number => (long)number,
        bool flag => flag ? 1L : 0L,
        DateTimeOffset time => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
        ContentHash hash => hash.ToString(),
        JsonElement json => json.GetRawText(),
        Enum word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
        _ => throw new UnreachableException($"no column of the catalog holds a {value.GetType().Name}."),
    };
}
