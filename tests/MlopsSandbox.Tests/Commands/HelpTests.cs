using System.CommandLine;
using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

public class HelpTests
{
    public static TheoryData<string> Commands => [.. AllCommands().Select(pair => pair.Path)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_EveryCommand_ShowsItsExamples(string path)
    {
        CliResult result = await Cli.RunAsync([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(ExitCodes.Succeeded, result.ExitCode);
        Assert.Equal("", result.Error);
        string examples = result.Out[result.Out.IndexOf("Examples:", StringComparison.Ordinal)..];
        Assert.Contains($"  mlops {path}", examples, StringComparison.Ordinal);
        Assert.Contains("  # ", examples, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Examples_EveryCommand_CanBeParsed(string path)
    {
        foreach (Example example in AllCommands().Single(pair => pair.Path == path).Examples)
        {
            string line = example.Arguments.Split(" < ")[0];
            ParseResult parsed = Root().Parse(line, new ParserConfiguration { ResponseFileTokenReplacer = null });
            Assert.True(parsed.Errors.Count == 0, $"{line}: {string.Join("; ", parsed.Errors.Select(error => error.Message))}");
        }
    }

    private static IEnumerable<(string Path, IReadOnlyList<Example> Examples)> AllCommands()
    {
        MlopsRoot root = Root();
        return [("", root.Examples), .. root.Subcommands.SelectMany(command => Below(command, ""))];
    }

    private static IEnumerable<(string Path, IReadOnlyList<Example> Examples)> Below(Command command, string parent)
    {
        string path = $"{parent} {command.Name}".TrimStart();
        return [(path, Assert.IsAssignableFrom<MlopsCommand>(command).Examples), .. command.Subcommands.SelectMany(sub => Below(sub, path))];
    }

    private static MlopsRoot Root() =>
        new(new Shell(new Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null, 100), new GlobalOptions(), "mlops", _ => null));
}
