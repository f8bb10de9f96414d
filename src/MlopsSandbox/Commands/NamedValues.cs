using System.CommandLine;
using System.CommandLine.Parsing;

namespace MlopsSandbox.Commands;

/// <summary>Options that are given as <c>name=value</c>, any number of times.</summary>
internal static class NamedValues
{
    /// <summary>An option of that form.</summary>
    /// <param name="name">Such as <c>--input</c>.</param>
    /// <param name="description">Shown by <c>--help</c>.</param>
    /// <param name="example">A value of that form, for the message that refuses another.</param>
    public static Option<IReadOnlyDictionary<string, string>> Option(string name, string description, string example) => new(name)
    {
        Description = description,
        HelpName = "name=value",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => Parse(result, name, example),
    };

    private static Dictionary<string, string> Parse(ArgumentResult result, string option, string example)
    {
        Dictionary<string, string> values = [];
        foreach (string text in result.Tokens.Select(token => token.Value))
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) result.AddError($"{option} is '{text}'; expected name=value, such as {example}.");
            else if (!values.TryAdd(text[..equals], text[(equals + 1)..])) result.AddError($"{option} names '{text[..equals]}' twice; expected each name once.");
        }
        return values;
    }
}
