namespace MlopsSandbox.Workflows.Definitions;

/// <summary>The bytes of a file, or why there are none.</summary>
internal sealed record DefinitionText(byte[] Bytes, DefinitionProblem? Problem)
{
    /// <summary>Larger files are refused before they are read: a definition of ten thousand activities has less.</summary>
    public const int LargestBytes = 10 << 20;

    public static DefinitionText Read(string file)
    {
        if (Directory.Exists(file)) return None(file, "this is a folder; expected a file with an Elsa 3 workflow definition. Name one of the files in it.");
        try
        {
            using var stream = File.OpenRead(file);
            var bytes = new byte[LargestBytes + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length > LargestBytes
                ? None(file, $"the file has more than {LargestBytes:N0} bytes; expected an Elsa 3 workflow definition, which has fewer. Name another file, or split the workflow.")
                : new DefinitionText(bytes[..length], null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return None(file, "there is no such file; expected an Elsa 3 workflow definition. Check the path.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return None(file, $"the file can't be read: {e.Message.TrimEnd('.')}; expected an Elsa 3 workflow definition. Check who may read it.");
        }
    }

    private static DefinitionText None(string file, string message) => new([], new DefinitionProblem(ProblemSeverity.Error, file, "$", 0, 0, message));
}
