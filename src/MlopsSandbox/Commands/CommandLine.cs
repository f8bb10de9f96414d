using System.CommandLine;
using System.CommandLine.Invocation;
using MlopsSandbox.Hosting;

namespace MlopsSandbox.Commands;

/// <summary>Runs the program for the words of one call; the same way for the process and for tests.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>Parses, runs, and turns whatever goes wrong into one line and an exit code.</summary>
    /// <param name="arguments">The words after the program's name.</param>
    /// <param name="terminal">Where it reads and writes.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="cancellation">Interrupts it as Ctrl-C does.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, Func<string, string?> environment, CancellationToken cancellation = default)
    {
        Shell shell = new(terminal, new GlobalOptions(), Launcher.CommandName(environment), environment);
        ParseResult parsed = new MlopsRoot(shell).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            if (parsed.Action is ParseErrorAction) throw UsageErrors.Of(parsed, shell.CommandName);
            return await parsed.InvokeAsync(Quietly(terminal), cancellation).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The program's edge: every failure becomes one line and an exit code here, and nowhere else.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Failures.Tell(failure, new Invocation(parsed, shell), parsed.GetValue(shell.Options.Verbose));
        }
    }

    private static InvocationConfiguration Quietly(Terminal terminal) => new()
    {
        Output = terminal.Out,
        Error = terminal.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeToStop,
    };
}
