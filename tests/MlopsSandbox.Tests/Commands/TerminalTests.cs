using MlopsSandbox.Commands;
using Spectre.Console;

namespace MlopsSandbox.Tests.Commands;

public class TerminalTests
{
    [Fact]
    public void Screen_NoTerminal_WritesNoEscapeSequences()
    {
        using StringWriter output = new();

        new Terminal(TextReader.Null, output, TextWriter.Null).Screen.Write(new Markup("[bold red]alarm[/]"));

        Assert.Equal("alarm", output.ToString());
    }

    [Theory]
    [InlineData(null, 100)]
    [InlineData(40, 40)]
    public void Screen_NoTerminal_HasTheWidthThatWasAsked(int? asked, int expected) =>
        Assert.Equal(expected, new Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null, asked).Screen.Profile.Width);
}
