using System.Text;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>Opens a file of rows by what it holds, whatever it is called.</summary>
internal static class RowFile
{
    private const string Wanted = "expected rows as CSV or Parquet";

    /// <summary>Opens a CSV file (commas, semicolons, tabs or bars; UTF-8, or UTF-16 with a byte order mark) or a Parquet file.</summary>
    /// <exception cref="ScenarioException">There is no such file, it is something else, or it can't be read.</exception>
    public static RowSource Open(string path)
    {
        if (Directory.Exists(path)) throw new ScenarioException($"{path}: this is a folder; {Wanted}. Name a file in it.");
        if (!File.Exists(path)) throw new ScenarioException($"{path}: there is no such file; {Wanted}. Check the path.");
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            return Of(path, file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw new ScenarioException($"{path}: the file can't be read ({problem.Message}); expected one that this user may read. Check its rights.");
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    private static RowSource Of(string path, FileStream file)
    {
        byte[] begin = new byte[4];
        int length = file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        ReadOnlySpan<byte> head = begin.AsSpan(0, length);
        if (head.SequenceEqual("PAR1"u8)) return ParquetRows.Open(path, file);
        if (Foreign(head) is { } what) throw new ScenarioException($"{path}: this is {what}; {Wanted}.");
        Encoding? wide = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)
            : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)
            : null;
        file.Position = wide is not null ? 2 : head.StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        return new DelimitedRows(path, file, wide);
    }

    private static string? Foreign(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "a gzip archive, which is not unpacked here (unpack it with gunzip)"
        : head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? "a zstd archive, which is not unpacked here (unpack it with unzstd)"
        : head.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]) ? "a zip archive or an Excel workbook (save it as CSV)"
        : null;
}
