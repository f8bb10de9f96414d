using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The row that a query stands on; columns by name. Valid only while it is read.</summary>
internal readonly struct Row(DbDataReader reader)
{
    public string Text(string column) => reader.GetString(reader.GetOrdinal(column));

    public string? TextOrNull(string column) => IsNull(column) ? null : Text(column);

    public long Whole(string column) => reader.GetInt64(reader.GetOrdinal(column));

    public int Number(string column) => checked((int)Whole(column));

    public double Real(string column) => reader.GetDouble(reader.GetOrdinal(column));

    public double? RealOrNull(string column) => IsNull(column) ? null : Real(column);

    public bool Flag(string column) => Whole(column) != 0;

    public DateTimeOffset Time(string column) => DateTimeOffset.Parse(Text(column), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public DateTimeOffset? TimeOrNull(string column) => IsNull(column) ? null : Time(column);

    public ContentHash Hash(string column) => ContentHash.Parse(Text(column));

    public ContentHash? HashOrNull(string column) => IsNull(column) ? null : Hash(column);

    public T Word<T>(string column) where T : struct, Enum => Enum.Parse<T>(Text(column), ignoreCase: true);

    public T Json<T>(string column) => JsonSerializer.Deserialize<T>(Text(column), StoredJson.Options)
        ?? throw new InvalidDataException($"column {column} of the catalog holds null; expected {typeof(T).Name} as JSON.");

    public T? JsonOrNull<T>(string column) where T : class => IsNull(column) ? null : Json<T>(column);

    public bool IsNull(string column) => reader.IsDBNull(reader.GetOrdinal(column));
}
