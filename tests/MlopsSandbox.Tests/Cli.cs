using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests;

/// <summary>What a call of the program gave back.</summary>
internal sealed record CliResult(int ExitCode, string Out, string Error);

/// <summary>Calls the program as the process does, with writers instead of a terminal.</summary>
internal static class Cli
{
    public static Task<CliResult> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(), arguments);

    public static async Task<CliResult> RunAsync(IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> arguments, string input = "", CancellationToken cancellation = default)
    {
        using StringReader reader = new(input);
        using StringWriter output = new();
        using StringWriter error = new();
        Dictionary<string, string> variables = new(environment) { ["MLOPS_COMMAND"] = "mlops" };
        int exitCode = await CommandLine.RunAsync(arguments, new Terminal(reader, output, error, width: 120), variables.GetValueOrDefault, cancellation);
        return new CliResult(exitCode, output.ToString(), error.ToString());
    }
}
