using System.CommandLine;

namespace MlopsSandbox.Commands;

/// <summary><c>--reason</c>: why somebody changed the registry by hand.</summary>
internal static class ReasonOption
{
    /// <summary>A new option.</summary>
    public static Option<string> Create()
    {
        Option<string> reason = new("--reason") { Description = "why, for those who look at the registry later.", HelpName = "text", Required = true };
        reason.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && string.IsNullOrWhiteSpace(text)) result.AddError($"--reason is '{text}'; expected why, in a few words.");
        });
        return reason;
    }
}
