namespace MlopsSandbox.Lifecycle.Artifacts;

/// <summary>Content-addressed files below <c>artifacts/sha256/ab/…</c>: written, flushed and renamed, so that a path exists whole or not at all.</summary>
public sealed class ArtifactStore(string root)
{
    /// <summary>Keeps <paramref name="content"/>; the same bytes are kept once.</summary>
    public ContentHash Put(ReadOnlySpan<byte> content)
    {
        ContentHash hash = ContentHash.Of(content);
        string path = PathOf(hash);
        if (File.Exists(path)) return hash;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string partial = $"{path}.{Path.GetRandomFileName()}.partial";
        using (FileStream file = new(partial, FileMode.CreateNew, FileAccess.Write))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        File.Move(partial, path, overwrite: true);
        return hash;
    }

    /// <summary>All bytes of an artifact.</summary>
    /// <exception cref="FileNotFoundException">The store has no such artifact.</exception>
    public byte[] Get(ContentHash hash) => File.ReadAllBytes(PathOf(hash));

    /// <summary>Where the artifact lies, whether or not it exists.</summary>
    public string PathOf(ContentHash hash) => Path.Combine(root, "sha256", hash.Hex[..2], hash.Hex);
}
