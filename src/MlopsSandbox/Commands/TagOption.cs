using System.CommandLine;
using System.CommandLine.Parsing;

namespace MlopsSandbox.Commands;

/// <summary><c>--tag</c>, and what a tag may be: a word that a shell needs no quotes for.</summary>
internal static class TagOption
{
    private const int Longest = 60;

    /// <summary>A new option, any number of times.</summary>
    public static Option<string[]> Create(string description)
    {
        Option<string[]> tags = new("--tag") { Description = description, HelpName = "tag" };
        tags.Validators.Add(result => Check(result, "--tag"));
        return tags;
    }

    /// <summary>Has an argument's words checked.</summary>
    public static void Check(Argument<string[]> tags) => tags.Validators.Add(result => Check(result, "TAG"));

    private static void Check(SymbolResult result, string name)
    {
        foreach (Token token in result.Tokens.Where(token => !IsTag(token.Value)))
            result.AddError($"{name} is '{token.Value}'; expected a word of at most {Longest} letters, digits and the signs - _ . : /, such as baseline.");
    }

    private static bool IsTag(string text) => text.Length is > 0 and <= Longest && text.All(c => char.IsLetterOrDigit(c) || "-_.:/".Contains(c, StringComparison.Ordinal));
}
