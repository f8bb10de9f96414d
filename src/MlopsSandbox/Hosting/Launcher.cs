namespace MlopsSandbox.Hosting;

/// <summary>Knows by which words somebody can call this program again.</summary>
internal static class Launcher
{
    /// <summary>The environment variable by which the launcher script tells how it was called.</summary>
    public const string Variable = "MLOPS_COMMAND";
    private const string ScriptName = "mlops";

    /// <summary>The launcher as it was called; else the script at the root of the repository that this program was built in; else the program itself.</summary>
    public static string CommandName(Func<string, string?> environment)
    {
        if (environment(Variable) is { Length: > 0 } called) return called;
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string script = Path.Combine(folder.FullName, ScriptName);
            if (File.Exists(script) && File.Exists(Path.Combine(folder.FullName, "MlopsSandbox.sln"))) return FromHere(script);
        }
        return ScriptName;
    }

    private static string FromHere(string script) => ShownPath.Of(script) is ScriptName ? "./" + ScriptName : ShownPath.Of(script);
}
