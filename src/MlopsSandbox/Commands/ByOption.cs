using System.CommandLine;
using MlopsSandbox.Runs;

namespace MlopsSandbox.Commands;

/// <summary><c>--by</c>: in whose name something is kept for others to see.</summary>
internal static class ByOption
{
    /// <summary>A new option.</summary>
    /// <param name="what">Such as <c>who decides</c>.</param>
    public static Option<string> Create(string what)
    {
        Option<string> by = new("--by") { Description = $"{what}; by default the user of this machine.", HelpName = "name", DefaultValueFactory = _ => Environment.UserName };
        by.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && Remarks.ByProblem("--by", text) is { } problem) result.AddError(problem);
        });
        return by;
    }
}
