using System.IO.Compression;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>Zip files whose bytes depend on their content alone.</summary>
internal static class StableZip
{
    // The least time that a zip entry can have.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes entries sorted by name, all of the same time.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<string, byte[]>> entries)
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                using Stream stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The entries of a zip, by name.</summary>
    /// <exception cref="InvalidDataException">It is no zip, or it is damaged.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(byte[] zip)
    {
        using MemoryStream bytes = new(zip, writable: false);
        using ZipArchive archive = new(bytes, ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(entry => entry.FullName, ContentOf, StringComparer.Ordinal);
    }

    /// <summary>The same entries as <see cref="Write"/> would write them.</summary>
    public static byte[] Rewrite(byte[] zip) => Write(Read(zip));

    private static byte[] ContentOf(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using MemoryStream content = new();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
