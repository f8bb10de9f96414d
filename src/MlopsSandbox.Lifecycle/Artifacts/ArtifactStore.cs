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

    /// <summary>All bytes of an artifact: those that its hash was made of, or none.</summary>
    /// <exception cref="FileNotFoundException">The store has no such artifact.</exception>
    /// <exception cref="InvalidDataException">The file was changed after it was kept.</exception>
    public byte[] Get(ContentHash hash)
    {
        string path = PathOf(hash);
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: the artifact is gone; expected it, as the catalog names it. Put the home's artifacts back, or run again in another --home.", path);
        byte[] content = File.ReadAllBytes(path);
        ContentHash found = ContentHash.Of(content);
        return found == hash
            ? content
            : throw new InvalidDataException($"{path}: the artifact's bytes have hash {found.Hex[..12]}…; expected that of its name. Put it back as it was, or run again in another --home.");
    }

    /// <summary>Where the artifact lies, whether or not it exists.</summary>
    public string PathOf(ContentHash hash) => Path.Combine(root, "sha256", hash.Hex[..2], hash.Hex);
}
