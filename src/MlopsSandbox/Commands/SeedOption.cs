using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Commands;

/// <summary><c>--seed</c>: the one number that all chance comes from.</summary>
internal static class SeedOption
{
    /// <summary>The seed taken when none is named.</summary>
    public const int Default = RunRequest.DefaultSeed;

    /// <summary>A new option.</summary>
    public static Option<int> Create() => new("--seed")
    {
        Description = "All chance comes from this number: the same seed gives the same hashes and days.",
        HelpName = "number",
        CustomParser = Parse,
        DefaultValueFactory = Parse,
    };

    private static int Parse(ArgumentResult result)
    {
        if (result.Tokens.Count == 0) return Default;
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seed)) return seed;
        result.AddError($"--seed is '{text}'; expected a whole number from 0 to {int.MaxValue}, such as {Default}.");
        return 0;
    }
}
