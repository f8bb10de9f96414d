using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>A column of a row group: either numbers, with NaN for a missing one, or texts, with null.</summary>
internal sealed class ParquetColumn
{
    private readonly double[]? _numbers;
    private readonly string?[] _texts = [];

    private ParquetColumn(double[] numbers) => _numbers = numbers;

    private ParquetColumn(string?[] texts) => _texts = texts;

    private static readonly Dictionary<Type, Func<ParquetRowGroupReader, DataField, Task<ParquetColumn>>> Readers = new()
    {
        [typeof(double)] = (group, field) => Numbers<double>(group, field, value => value),
        [typeof(float)] = (group, field) => Numbers<float>(group, field, Shortest),
        [typeof(decimal)] = (group, field) => Numbers<decimal>(group, field, value => (double)value),
        [typeof(byte)] = (group, field) => Numbers<byte>(group, field, value => value),
        [typeof(sbyte)] = (group, field) => Numbers<sbyte>(group, field, value => value),
        [typeof(short)] = (group, field) => Numbers<short>(group, field, value => value),
        [typeof(ushort)] = (group, field) => Numbers<ushort>(group, field, value => value),
        [typeof(int)] = (group, field) => Numbers<int>(group, field, value => value),
        [typeof(uint)] = (group, field) => Numbers<uint>(group, field, value => value),
        [typeof(long)] = (group, field) => Numbers<long>(group, field, value => value),
        [typeof(ulong)] = (group, field) => Numbers<ulong>(group, field, value => value),
        [typeof(bool)] = (group, field) => Texts<bool>(group, field, value => value ? bool.TrueString : bool.FalseString),
        [typeof(DateTime)] = (group, field) => Texts<DateTime>(group, field, value => value.ToString(value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        [typeof(DateOnly)] = (group, field) => Texts<DateOnly>(group, field, value => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        [typeof(TimeSpan)] = (group, field) => Numbers<TimeSpan>(group, field, value => value.TotalSeconds),
        [typeof(TimeOnly)] = (group, field) => Numbers<TimeOnly>(group, field, value => value.ToTimeSpan().TotalSeconds),
        [typeof(Guid)] = (group, field) => Texts<Guid>(group, field, value => value.ToString()),
        [typeof(ReadOnlyMemory<char>)] = Strings,
        [typeof(string)] = Strings,
    };

    /// <summary>True for a column of one of the types that are read.</summary>
    public static bool CanRead(DataField field) => Readers.ContainsKey(field.ClrType);

    /// <summary>Reads a column.</summary>
    public static Task<ParquetColumn> ReadAsync(ParquetRowGroupReader group, DataField field) => Readers[field.ClrType](group, field);

    /// <summary>Hands all cells to a sink.</summary>
    public void Feed(CellSink sink)
    {
        for (int row = 0; row < (_numbers?.Length ?? 0); row++) sink.TakeNumber(_numbers![row], row);
        byte[] room = new byte[1024];
        for (int row = 0; row < _texts.Length; row++)
        {
            if (_texts[row] is not { } text)
            {
                sink.TakeMissing(row);
                continue;
            }

            if (room.Length < 3 * text.Length) room = new byte[3 * text.Length];
            int length = Encoding.UTF8.GetBytes(text, room);
            (int start, length) = CellTrim.Of(room, 0, length);
            sink.TakeText(room.AsSpan(start, length), row);
        }
    }

    private static async Task<ParquetColumn> Numbers<T>(ParquetRowGroupReader group, DataField field, Func<T, double> number) where T : struct
    {
        T?[] values = await Values<T>(group, field).ConfigureAwait(false);
        double[] numbers = new double[values.Length];
        for (int row = 0; row < numbers.Length; row++) numbers[row] = values[row] is { } value ? number(value) : double.NaN;
        return new ParquetColumn(numbers);
    }

    private static async Task<ParquetColumn> Texts<T>(ParquetRowGroupReader group, DataField field, Func<T, string> text) where T : struct =>
        new(Array.ConvertAll(await Values<T>(group, field).ConfigureAwait(false), value => value is { } present ? text(present) : null));

    private static async Task<ParquetColumn> Strings(ParquetRowGroupReader group, DataField field)
    {
        string?[] texts = new string?[group.RowCount];
        await group.ReadAsync(field, texts.AsMemory()!).ConfigureAwait(false);
        return new ParquetColumn(texts);
    }

    private static async Task<T?[]> Values<T>(ParquetRowGroupReader group, DataField field) where T : struct
    {
        T?[] values = new T?[group.RowCount];
        if (field.IsNullable)
        {
            await group.ReadAsync<T>(field, values.AsMemory()).ConfigureAwait(false);
            return values;
        }

        T[] present = new T[group.RowCount];
        await group.ReadAsync<T>(field, present.AsMemory()).ConfigureAwait(false);
        return Array.ConvertAll(present, value => (T?)value);
    }

    // As it would be written: 0.1 and not 0.10000000149.
    private static double Shortest(float value) => float.IsFinite(value) ? double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : value;
}
