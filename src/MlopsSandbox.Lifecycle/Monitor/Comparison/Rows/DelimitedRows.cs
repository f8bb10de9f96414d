using System.Text;
using System.Text.Unicode;
using MlopsSandbox.Lifecycle.Scenarios;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>A text file of records, read in a stream: only some megabytes of it are in memory at a time.</summary>
internal sealed class DelimitedRows : RowSource
{
    /// <summary>Bytes in a block, unless a record is longer.</summary>
    public const int BlockBytes = 1 << 22;

    /// <summary>The longest record, in bytes: a longer one tells of a quote that is never closed.</summary>
    public const int LongestRecord = 1 << 26;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly Stream _text;
    private readonly RecordScan _scan;
    private readonly char _separator;
    private readonly string[] _names;
    private DelimitedBlock _block = new();
    private DelimitedBlock _spare = new();
    private byte[] _rest = [];
    private bool _isAtEnd;
    private long _line = 1;

    /// <param name="path">Names the file in messages.</param>
    /// <param name="file">The file, behind its byte order mark; closed with this.</param>
    /// <param name="encoding">UTF-16 of the one or the other order; null for UTF-8.</param>
    /// <param name="blockBytes">Bytes in a block; makes no difference to what is read.</param>
    /// <exception cref="ScenarioException">The file is empty, no text, or its first line is no header.</exception>
    public DelimitedRows(string path, FileStream file, Encoding? encoding, int blockBytes = BlockBytes)
    {
        (_path, _file) = (path, file);
        _text = encoding is null ? file : Encoding.CreateTranscodingStream(file, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        _rest = new byte[blockBytes];
        int read = Fill(_rest, 0);
        if (_rest.AsSpan(0, read).Contains((byte)0))
            throw new ScenarioException($"{path}: the file holds bytes of value 0, so it is no text in UTF-8; expected rows as CSV or Parquet. Save it as UTF-8.");
        if (_rest.AsSpan(0, read).IndexOfAnyExcept(" \t\r\n"u8) < 0) throw new ScenarioException($"{path}: the file is empty; expected a header line and rows. Name a file with data.");
        _separator = HeaderSeparator.Of(_rest.AsSpan(0, read));
        _scan = new RecordScan((byte)_separator);
        Array.Resize(ref _rest, read);
        BlockSize = blockBytes;
        _names = Header();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => _names;

    /// <inheritdoc/>
    public override bool HasDecimalComma => _separator != ',';

    /// <inheritdoc/>
    public override double ShareRead => _file.Length == 0 ? 1 : Math.Min(1, _file.Position / (double)_file.Length);

    private int BlockSize { get; }

    /// <inheritdoc/>
    public override RowBlock? Next()
    {
        (_block, _spare) = (_spare, _block);
        DelimitedBlock? read = Read(_names.Length, mostRecords: int.MaxValue);
        return read is { Rows: > 0 } ? read : null;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _text.Dispose();
        _file.Dispose();
    }

    private string[] Header()
    {
        DelimitedBlock block = Read(columns: null, mostRecords: 1);
        string[] header = [.. Enumerable.Range(0, block.Cells).Select(cell => Encoding.UTF8.GetString(block.Cell(cell)))];
        return HeaderNames.Of(_path, header);
    }

    /// <summary>Scans records until the bytes of a block end; what is left over is kept for the next one.</summary>
    private DelimitedBlock Read(int? columns, int mostRecords)
    {
        DelimitedBlock block = _block;
        block.Clear(columns ?? 1);
        int end = Load(block, Math.Max(BlockSize, _rest.Length)), at = 0;
        for (int records = 0; records < mostRecords;)
        {
            int cells = block.Cells;
            ScannedRecord record = _scan.Next(block, at, end, _isAtEnd);
            _line += record.Passed;
            if (record.End == RecordEnd.QuoteOpen)
                throw new ScenarioException(Invariant($"{_path}:{_line}: a quote opens in this record and is never closed; expected \" at the cell's end. Close it, or double a quote that belongs to the text."));
            at = record.At;
            if (record.End == RecordEnd.OutOfBytes)
            {
                if (records > 0 || _isAtEnd) break;
                (end, at) = (Longer(block, at, end), 0);
                continue;
            }

            records++;
            if (columns is { } expected && block.Cells - cells != expected) throw Ragged(block.Cells - cells, expected);
            _line += record.Lines;
        }

        RequireUtf8(block.Bytes.AsSpan(0, at));
        _rest = block.Bytes.AsSpan(at, end - at).ToArray();
        return block;
    }

    private int Load(DelimitedBlock block, int size)
    {
        if (block.Bytes.Length < size) block.Bytes = new byte[size];
        _rest.CopyTo(block.Bytes, 0);
        return Fill(block.Bytes, _rest.Length);
    }

    /// <summary>Makes room for a record that is longer than the block.</summary>
    private int Longer(DelimitedBlock block, int from, int to)
    {
        if (to - from > LongestRecord)
            throw new ScenarioException(Invariant($"{_path}:{_line}: the record that begins here is longer than {LongestRecord} bytes; expected one row a line. Is a quote never closed?"));
        _rest = block.Bytes.AsSpan(from, to - from).ToArray();
        return Load(block, Math.Max(BlockSize, 2 * _rest.Length));
    }

    private int Fill(byte[] bytes, int from)
    {
        try
        {
            int read = _isAtEnd ? 0 : _text.ReadAtLeast(bytes.AsSpan(from), bytes.Length - from, throwOnEndOfStream: false);
            _isAtEnd |= from + read < bytes.Length;
            return from + read;
        }
        catch (DecoderFallbackException)
        {
            throw new ScenarioException($"{_path}: the file begins as UTF-16 and holds bytes that are none; expected text in one encoding. Save the file as UTF-8.");
        }
        catch (IOException problem)
        {
            throw new ScenarioException(Invariant($"{_path}: the file can't be read on after line {_line} ({problem.Message}); expected rows to its end. Check the disk."));
        }
    }

    private ScenarioException Ragged(int found, int expected) => new(Invariant(
        $"{_path}:{_line}: this line has {found} {(found == 1 ? "cell" : "cells")}; expected {expected}, as in the header. Correct the line, or quote cells that hold a '{_separator}'."));

    private void RequireUtf8(ReadOnlySpan<byte> read)
    {
        if (Utf8.IsValid(read)) return;
        int wrong = Utf8Place.FirstInvalid(read);
        long line = _line - read[wrong..].Count((byte)'\n');
        throw new ScenarioException(Invariant($"{_path}:{line}: the byte {read[wrong]:X2} is not UTF-8; expected text in UTF-8. Save the file as UTF-8."));
    }
}
