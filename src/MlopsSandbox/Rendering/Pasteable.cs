using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlopsSandbox.Rendering;

/// <summary>Command lines for people to paste.</summary>
internal static class Pasteable
{
    /// <summary>Writes the sentence and the command on one line, however narrow the terminal: a break would not survive the pasting.</summary>
    public static void WriteHint(this IAnsiConsole console, string sentence, string command) => console.Write(new UnbrokenLine($"{sentence}: {command}"));

    private sealed class UnbrokenLine(string text) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [new Segment(text), Segment.LineBreak];
    }
}
