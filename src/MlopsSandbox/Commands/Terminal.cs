using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary>Where commands read and write: results go to <see cref="Out"/>, progress, hints and errors to <see cref="Error"/>.</summary>
internal sealed class Terminal
{
    private const int WidthWithoutTerminal = 100;

    /// <param name="input">Standard input.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="width">Columns to write for where there is no terminal; null takes 100; a terminal is asked itself.</param>
    public Terminal(TextReader input, TextWriter output, TextWriter error, int? width = null)
    {
        In = input;
        Out = output;
        Error = error;
        Screen = Draw(output, width);
        ErrorScreen = Draw(error, width);
    }

    /// <summary>Standard input.</summary>
    public TextReader In { get; }
    /// <summary>True when somebody can be asked: both standard input and standard error are a terminal.</summary>
    public bool CanAsk { get; init; }
    /// <summary>Standard output, for results.</summary>
    public TextWriter Out { get; }
    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }
    /// <summary>Standard output for drawing; without escape sequences when it is not a terminal.</summary>
    public IAnsiConsole Screen { get; }
    /// <summary>Standard error for drawing.</summary>
    public IAnsiConsole ErrorScreen { get; }

    /// <summary>The terminal that this process was started in; <c>COLUMNS</c> sets the width where there is no terminal.</summary>
    public static Terminal OfProcess() => new(Console.In, Console.Out, Console.Error, WidthOfEnvironment())
    {
        CanAsk = !Console.IsInputRedirected && !Console.IsErrorRedirected,
    };

    private static int? WidthOfEnvironment() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out int columns) && columns is >= 20 and <= 1000 ? columns : null;

    private static IAnsiConsole Draw(TextWriter writer, int? width)
    {
        AnsiConsoleOutput output = new(writer);
        if (output.IsTerminal) return AnsiConsole.Create(new AnsiConsoleSettings { Out = output });
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = output, Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No });
        console.Profile.Width = width ?? WidthWithoutTerminal;
        return console;
    }
}
