namespace MlopsSandbox.Commands;

/// <summary>What surrounds a command: the terminal, the shared options and the words by which the program is called.</summary>
/// <param name="Terminal">Where it reads and writes.</param>
/// <param name="Options">The options that all commands share.</param>
/// <param name="CommandName">How to call the program from here, such as <c>./mlops</c>; begins every hint.</param>
/// <param name="Environment">Reads an environment variable.</param>
internal sealed record Shell(Terminal Terminal, GlobalOptions Options, string CommandName, Func<string, string?> Environment);
