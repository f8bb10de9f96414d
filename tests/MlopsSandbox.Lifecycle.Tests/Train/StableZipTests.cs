using System.IO.Compression;
using System.Text;
using MlopsSandbox.Lifecycle.Train;

namespace MlopsSandbox.Lifecycle.Tests.Train;

public sealed class StableZipTests
{
    [Fact]
    public void Rewrite_OtherOrderAndTimes_GivesTheSameBytes()
    {
        byte[] one = Zip(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), "b", "a"), other = Zip(new DateTimeOffset(2020, 5, 5, 0, 0, 0, TimeSpan.Zero), "a", "b");

        Assert.NotEqual(one, other);
        Assert.Equal(StableZip.Rewrite(one), StableZip.Rewrite(other));
        Assert.Equal(["a", "b"], StableZip.Read(StableZip.Rewrite(one)).Keys);
        Assert.Equal("content of a", Encoding.UTF8.GetString(StableZip.Read(StableZip.Rewrite(one))["a"]));
    }

    private static byte[] Zip(DateTimeOffset time, params string[] names)
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in names)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name);
                entry.LastWriteTime = time;
                using Stream stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes($"content of {name}"));
            }
        }

        return bytes.ToArray();
    }
}
