using System.CommandLine.Parsing;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Commands;

/// <summary>Reads an option whose value is one of a few lower-case words.</summary>
internal static class EnumWords
{
    /// <summary>The words of an enum, in order of declaration.</summary>
    public static IReadOnlyList<string> Of<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    /// <summary>The value that the option's word names; any other word becomes a parse error with what was expected.</summary>
    public static T Parse<T>(ArgumentResult result) where T : struct, Enum
    {
        string word = result.Tokens[0].Value;
        IReadOnlyList<string> words = Of<T>();
        if (words.Contains(word)) return Enum.Parse<T>(word, ignoreCase: true);
        string option = result.Parent is OptionResult parent ? parent.Option.Name : result.Argument.Name;
        result.AddError($"{option} is '{word}'; expected one of: {string.Join(", ", words)}.{NearestName.Hint(word, words)}");
        return default;
    }
}
