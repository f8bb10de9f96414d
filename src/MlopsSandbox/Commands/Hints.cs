namespace MlopsSandbox.Commands;

/// <summary>Command lines to paste: they begin with the words that call the program from here, and name the same home.</summary>
internal sealed class Hints(string commandName, string? home = null, string? workflows = null, string? scenarios = null)
{
    /// <summary>The command line for these words, each quoted where a shell needs it.</summary>
    public string For(params IEnumerable<string> words)
    {
        IEnumerable<string> places = [.. Place("--home", home), .. Place("--workflows", workflows), .. Place("--scenarios", scenarios)];
        return string.Join(' ', [commandName, .. words.Concat(places).Select(Quote)]);
    }

    private static string[] Place(string option, string? folder) => folder is null ? [] : [option, folder];

    private static string Quote(string word)
    {
        bool isPlain = word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,@%+".Contains(c, StringComparison.Ordinal));
        return isPlain ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
