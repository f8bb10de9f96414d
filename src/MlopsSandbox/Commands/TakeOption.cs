using System.CommandLine;
using System.Globalization;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Commands;

/// <summary><c>--take</c>.</summary>
internal static class TakeOption
{
    /// <summary>A new option: how many rows at most.</summary>
    public static Option<int?> Create(string description) => new("--take")
    {
        Description = description,
        HelpName = "number",
        CustomParser = result =>
        {
            string word = result.Tokens[0].Value;
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int rows) && rows is >= 1 and <= PageBounds.LargestTake) return rows;
            result.AddError($"--take is '{word}'; expected a whole number from 1 to {PageBounds.LargestTake}, such as 20.");
            return null;
        },
    };
}
