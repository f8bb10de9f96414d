namespace MlopsSandbox.Commands;

/// <summary>The program will not, or cannot, do what was asked; shown as one line, without a stack trace.</summary>
/// <param name="message">Where, what was found, what was expected, what to do.</param>
/// <param name="exitCode">How the program ends, see <see cref="ExitCodes"/>.</param>
internal class RefusalException(string message, int exitCode = ExitCodes.Usage) : Exception(message)
{
    /// <summary>How the program ends.</summary>
    public int ExitCode { get; } = exitCode;
}
