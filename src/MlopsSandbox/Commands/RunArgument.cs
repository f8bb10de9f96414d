using System.CommandLine;

namespace MlopsSandbox.Commands;

/// <summary>The argument by which commands name a run.</summary>
internal static class RunArgument
{
    /// <summary>A new argument.</summary>
    /// <param name="isRequired">False where a command has something to do without it.</param>
    /// <param name="description">Shown by <c>--help</c>.</param>
    public static Argument<string?> Create(bool isRequired = true, string description = "the id of a run, such as lifecycle-0001.") => new("run")
    {
        HelpName = "RUN",
        Description = description,
        Arity = isRequired ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne,
    };
}
