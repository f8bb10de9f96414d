using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MlopsSandbox.Commands;

/// <summary>The library's help, and below it the command's examples.</summary>
internal sealed class ExampledHelp(HelpAction help, string commandName) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        TextWriter output = parseResult.InvocationConfiguration.Output;
        help.Invoke(parseResult);
        IReadOnlyList<Example> examples = parseResult.CommandResult.Command switch
        {
            MlopsCommand command => command.Examples,
            MlopsRoot root => root.Examples,
            _ => [],
        };
        output.WriteLine("Examples:");
        foreach (Example example in examples)
        {
            output.WriteLine($"  # {example.Purpose}");
            output.WriteLine($"  {commandName} {example.Arguments}");
        }
        output.WriteLine();
        return ExitCodes.Succeeded;
    }
}
