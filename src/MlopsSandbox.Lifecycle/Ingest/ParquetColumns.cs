using Parquet;
using Parquet.Schema;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Columns as one Parquet file in memory: equal columns give equal bytes (no time and no host is written).</summary>
internal static class ParquetColumns
{
    /// <summary>Writes columns of equal length; arrays of <c>double?</c>, <c>float</c>, <c>int</c>, <c>bool</c> or texts.</summary>
    public static byte[] Write(IReadOnlyList<(string Name, Array Values)> columns) => Now(WriteAsync(columns));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<(string Name, Array Values)> Read(byte[] content) => Now(ReadAsync(content));

    // On memory the library never waits; its interface is asynchronous for files' sake.
    private static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static async Task<byte[]> WriteAsync(IReadOnlyList<(string Name, Array Values)> columns)
    {
        ParquetSchema schema = new([.. columns.Select(Field)]);
        DataField[] fields = schema.GetDataFields();
        using MemoryStream bytes = new();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(schema, bytes).ConfigureAwait(false))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            for (int i = 0; i < fields.Length; i++) await WriteColumn(group, fields[i], columns[i].Values).ConfigureAwait(false);
            group.CompleteValidate();
        }

        return bytes.ToArray();
    }

    private static async Task<IReadOnlyList<(string Name, Array Values)>> ReadAsync(byte[] content)
    {
        using MemoryStream bytes = new(content, writable: false);
        await using ParquetReader reader = await ParquetReader.CreateAsync(bytes).ConfigureAwait(false);
        if (reader.RowGroupCount != 1) throw new InvalidDataException($"it has {reader.RowGroupCount} row groups");
        ParquetRowGroupReader group = reader.OpenRowGroupReader(0);
        List<(string, Array)> columns = [];
        foreach (DataField field in reader.Schema.GetDataFields()) columns.Add((field.Name, await ReadColumn(group, field).ConfigureAwait(false)));
        return columns;
    }

    private static DataField Field((string Name, Array Values) column) => column.Values switch
    {
        double?[] => new DataField<double?>(column.Name),
        float[] => new DataField<float>(column.Name),
        int[] => new DataField<int>(column.Name),
        bool[] => new DataField<bool>(column.Name),
        string?[] => new DataField<string>(column.Name),
        _ => throw Unexpected(column.Name, column.Values.GetType()),
    };

    private static async Task WriteColumn(ParquetRowGroupWriter group, DataField field, Array values)
    {
        Task written = values switch
        {
            double?[] numbers => group.WriteAsync<double>(field, numbers.AsMemory()),
            float[] numbers => group.WriteAsync<float>(field, numbers.AsMemory()),
            int[] numbers => group.WriteAsync<int>(field, numbers.AsMemory()),
            bool[] truths => group.WriteAsync<bool>(field, truths.AsMemory()),
            string?[] texts => group.WriteAsync(field, texts),
            _ => throw Unexpected(field.Name, values.GetType()),
        };
        await written.ConfigureAwait(false);
    }

    private static async Task<Array> ReadColumn(ParquetRowGroupReader group, DataField field)
    {
        int rows = (int)group.RowCount;
        switch (Type.GetTypeCode(field.ClrType))
        {
            case TypeCode.Double:
                double?[] doubles = new double?[rows];
                await group.ReadAsync<double>(field, doubles.AsMemory()).ConfigureAwait(false);
                return doubles;
            case TypeCode.Single:
                float[] floats = new float[rows];
                await group.ReadAsync<float>(field, floats.AsMemory()).ConfigureAwait(false);
                return floats;
            case TypeCode.Int32:
                int[] ints = new int[rows];
                await group.ReadAsync<int>(field, ints.AsMemory()).ConfigureAwait(false);
                return ints;
            case TypeCode.Boolean:
                bool[] truths = new bool[rows];
                await group.ReadAsync<bool>(field, truths.AsMemory()).ConfigureAwait(false);
                return truths;
            case TypeCode.Object when field.ClrType == typeof(ReadOnlyMemory<char>):
                string?[] texts = new string?[rows];
                await group.ReadAsync(field, texts.AsMemory()!).ConfigureAwait(false);
                return texts;
            default:
                throw Unexpected(field.Name, field.ClrType);
        }
    }

    private static ArgumentException Unexpected(string name, Type type) =>
        new($"Column '{name}' holds {type.Name}; expected numbers, truths or texts.");
}
