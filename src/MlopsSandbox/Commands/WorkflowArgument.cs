using System.CommandLine;

namespace MlopsSandbox.Commands;

/// <summary>A workflow as it is named on the command line.</summary>
internal static class WorkflowArgument
{
    /// <summary>The argument.</summary>
    public static Argument<string> Create() => new("workflow") { HelpName = "WORKFLOW|FILE", Description = "the name of a workflow, or the path of a definition." };
}
