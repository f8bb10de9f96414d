namespace MlopsSandbox.Commands;

/// <summary>A command line that can be pasted, as <c>--help</c> shows it.</summary>
/// <param name="Arguments">What follows the program's name.</param>
/// <param name="Purpose">What it does, in a few words.</param>
internal sealed record Example(string Arguments, string Purpose);
