using System.CommandLine;

namespace MlopsSandbox.Commands;

/// <summary><c>--reason</c>: why somebody changed the registry by hand.</summary>
internal static class ReasonOption
{
    /// <summary>A new option.</summary>
    public static Option<string> Create() => new("--reason")
    {
        Description = "why, for those who look at the registry later.",
        HelpName = "text",
        Required = true,
    };
}
