using System.CommandLine;
using System.CommandLine.Parsing;
using MlopsSandbox.Runs;

namespace MlopsSandbox.Commands;

/// <summary><c>--tag</c>.</summary>
internal static class TagOption
{
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
        foreach (string problem in result.Tokens.Select(token => RunTags.Problem(name, token.Value)).OfType<string>()) result.AddError(problem);
    }
}
