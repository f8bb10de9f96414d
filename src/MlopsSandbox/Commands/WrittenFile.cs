namespace MlopsSandbox.Commands;

/// <summary>A file that a command writes beside its answer: refused before the work when it can't be, and never left half written.</summary>
internal static class WrittenFile
{
    /// <summary>Refuses a path that can't be written, or that would overwrite an input.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="path">Where it is to lie; null for nowhere.</param>
    /// <param name="inputs">Files that are read.</param>
    /// <exception cref="RefusalException">It is an input, a folder, or its folder is not there.</exception>
    public static void Require(string option, string? path, params string[] inputs)
    {
        if (path is null) return;
        string full = Path.GetFullPath(path);
        if (inputs.Any(input => Path.GetFullPath(input) == full))
            throw new RefusalException($"{option} is '{path}', one of the files that are compared; expected another, as it is overwritten. Give it a name such as drift.html.");
        if (Directory.Exists(full)) throw new RefusalException($"{option} is '{path}', a folder; expected a file. Give it a name in there.");
        if (!Directory.Exists(Path.GetDirectoryName(full))) throw new RefusalException($"{option} is '{path}', in a folder that is not there; expected one that is. Make the folder first.");
    }

    /// <summary>Writes it whole: until the last byte is written, what was there before stays.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        string half = path + ".part";
        try
        {
            await File.WriteAllBytesAsync(half, content, cancellation).ConfigureAwait(false);
            File.Move(half, path, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }
}
