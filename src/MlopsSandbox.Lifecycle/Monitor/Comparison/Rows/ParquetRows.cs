using MlopsSandbox.Lifecycle.Scenarios;
using Parquet;
using Parquet.Schema;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>A Parquet file of any writer: all row groups, flat columns of the common types.</summary>
internal sealed class ParquetRows : RowSource
{
    private static readonly ParquetOptions Options = new() { UseBigDecimal = false };
    private readonly string _path;
    private readonly Stream _file;
    private readonly ParquetReader _reader;
    private readonly Dictionary<string, DataField> _fields;
    private readonly Lock _reading = new();
    private int _group;
    private ParquetBlock? _current;
    private ParquetBlock? _before;

    private ParquetRows(string path, Stream file, ParquetReader reader)
    {
        (_path, _file, _reader) = (path, file, reader);
        Field[] fields = [.. reader.Schema.Fields];
        DataField[] flat = [.. fields.OfType<DataField>().Where(field => !field.IsArray && ParquetColumn.CanRead(field))];
        _fields = flat.ToDictionary(field => field.Name, StringComparer.Ordinal);
        Names = [.. flat.Select(field => field.Name)];
        Notes = [.. fields.Where(field => !_fields.ContainsKey(field.Name)).Select(field => $"{Path.GetFileName(path)}: column '{field.Name}' is not judged, as it holds no numbers, truths, texts or times but {What(field)}.")];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public override bool HasDecimalComma => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; }

    /// <inheritdoc/>
    public override double ShareRead => _reader.RowGroupCount == 0 ? 1 : Math.Max(0, _group - 1) / (double)_reader.RowGroupCount;

    /// <summary>Opens the file; it is closed with the rows.</summary>
    /// <exception cref="ScenarioException">It is damaged, or cut off.</exception>
    public static ParquetRows Open(string path, Stream file)
    {
        file.Position = 0;
        return Told(path, () => new ParquetRows(path, file, Now(ParquetReader.CreateAsync(file, Options, leaveStreamOpen: true))));
    }

    /// <inheritdoc/>
    public override RowBlock? Next()
    {
        _before?.Dispose();
        (_before, _current) = (_current, null);
        while (_group < _reader.RowGroupCount)
        {
            int group = _group++;
            ParquetBlock block = Told(_path, () => new ParquetBlock(_reader.OpenRowGroupReader(group), Read));
            if (block.Rows > 0) return _current = block;
            block.Dispose();
        }

        return null;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _before?.Dispose();
        _current?.Dispose();
        Now(_reader.DisposeAsync().AsTask().ContinueWith(_ => true, TaskScheduler.Default));
        _file.Dispose();
    }

    // There is one stream: columns are read one after another, and summed up side by side.
    private ParquetColumn Read(ParquetRowGroupReader group, int column)
    {
        lock (_reading) return Told(_path, () => Now(ParquetColumn.ReadAsync(group, _fields[Names[column]])));
    }

    private static T Told<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
#pragma warning disable CA1031 // Bytes of anybody: the library answers damage with exceptions of many kinds, all of which mean the same here.
        catch (Exception problem) when (problem is not ScenarioException)
#pragma warning restore CA1031
        {
            throw new ScenarioException($"{path}: this Parquet file can't be read ({problem.Message.TrimEnd('.')}); expected a whole one with flat columns. Write it again, or save it as CSV.");
        }
    }

    private static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static string What(Field field) => field is DataField data ? data.IsArray ? "lists" : data.ClrType.Name : "nested values";
}
