using System.CommandLine;
using System.CommandLine.Parsing;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Commands;

/// <summary>Says in one line what is wrong with the words of a call.</summary>
internal static class UsageErrors
{
    /// <summary>The refusal for a call that could not be parsed; words that do not exist come first, as they explain the rest.</summary>
    public static RefusalException Of(ParseResult parsed, string commandName)
    {
        Command command = parsed.CommandResult.Command;
        string called = Path(parsed.CommandResult);
        string problem = parsed.UnmatchedTokens is [string unknown, ..]
            ? Unknown(unknown, command, called)
            : Missing(parsed) ?? Sentence(parsed.Errors[0].Message);
        return new RefusalException($"{problem} See '{$"{commandName} {called}".TrimEnd()} --help'.");
    }

    private static string Unknown(string word, Command command, string called)
    {
        string place = called.Length == 0 ? "" : $" of '{called}'";
        if (word.StartsWith('-'))
            return $"'{word}' is not an option{place}.{NearestName.Hint(word, OptionNames(command))}";
        IEnumerable<string> commands = command.Subcommands.Select(sub => sub.Name);
        return command.Subcommands.Count > 0
            ? $"'{word}' is not a command{place}; expected one of: {string.Join(", ", commands)}.{NearestName.Hint(word, commands)}"
            : $"'{word}' is one word too many{(called.Length == 0 ? "" : $" for '{called}'")}.";
    }

    private static string? Missing(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        Argument? argument = command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens.Count: > 0 });
        if (argument is not null) return $"{argument.HelpName} is missing: {argument.Description}";
        Option? option = command.Options.FirstOrDefault(option => option.Required && parsed.GetResult(option) is not { Tokens.Count: > 0 });
        return option is null ? null : $"{option.Name} is missing: {option.Description}";
    }

    private static IEnumerable<string> OptionNames(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive))).Select(option => option.Name);

    // The words from the program's name to the command, without the name itself.
    private static string Path(CommandResult result) => result.Command is RootCommand
        ? ""
        : $"{(result.Parent is CommandResult parent ? Path(parent) : "")} {result.Command.Name}".TrimStart();

    private static string Sentence(string message) => message.EndsWith('.') || message.EndsWith('?') ? message : message + ".";
}
