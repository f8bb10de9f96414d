using System.CommandLine;
using MlopsSandbox.Runs;

namespace MlopsSandbox.Commands;

/// <summary><c>--reason</c>: why somebody did by hand what is kept for others to see.</summary>
internal static class ReasonOption
{
    /// <summary>A new option.</summary>
    /// <param name="description">Shown by <c>--help</c>.</param>
    public static Option<string> Create(string description = "why, for those who look at the registry later.")
    {
        Option<string> reason = new("--reason") { Description = description, HelpName = "text", Required = true };
        reason.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && Remarks.ReasonProblem("--reason", text) is { } problem) result.AddError(problem);
        });
        return reason;
    }
}
