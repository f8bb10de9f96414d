using MlopsSandbox.Walkthrough;
using Spectre.Console.Testing;

namespace MlopsSandbox.Tests.Walkthrough;

public sealed class StatusLineTests
{
    [Fact]
    public void Show_OnATerminal_DrawsABarAndTakesItAwayBeforeTheNext()
    {
        using TestConsole console = new TestConsole().SupportsAnsi(true).Interactive().EmitAnsiSequences().Width(80);
        StatusLine status = new(console);

        status.Show(new Status("day 5 of 10", 0.5));
        status.Show(new Status("day 10 of 10", 1));
        status.Clear();

        string plain = console.Output.Replace("\u001b[38;5;8m", "", StringComparison.Ordinal).Replace("\u001b[0m", "", StringComparison.Ordinal);
        Assert.Equal("██████████░░░░░░░░░░  day 5 of 10\r\u001b[2K████████████████████  day 10 of 10\r\u001b[2K", plain);
    }

    [Fact]
    public void Show_WhereNobodyCanWatch_WritesNothing()
    {
        using TestConsole console = new();
        StatusLine status = new(console);

        status.Show(new Status("day 5 of 10", 0.5));
        status.Clear();

        Assert.Empty(console.Output);
    }

    [Fact]
    public void Show_LongerThanTheScreen_IsCutToOneLine()
    {
        using TestConsole console = new TestConsole().SupportsAnsi(true).Interactive().Width(20);

        new StatusLine(console).Show(new Status(new string('x', 100), null));

        Assert.Equal(new string('x', 19), console.Output);
    }
}
