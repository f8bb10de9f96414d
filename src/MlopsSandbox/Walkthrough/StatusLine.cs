using Spectre.Console;

namespace MlopsSandbox.Walkthrough;

/// <summary>
/// The last line of a terminal: what goes on now, with a bar of how far it is. Cleared before anything else is written, and left out where
/// there is no terminal to draw on.
/// </summary>
internal sealed class StatusLine(IAnsiConsole console)
{
    private const int BarWidth = 20;
    private const string Erase = "\r\u001b[2K";
    private readonly bool _isLive = console.Profile.Capabilities is { Ansi: true, Interactive: true };
    private bool _isShown;

    /// <summary>Shows what goes on; nothing when it is null.</summary>
    public void Show(Status? now)
    {
        Clear();
        if (now is null || !_isLive) return;
        string text = $"{Bar(now.Share)}{now.What}";
        console.Write(new Text(text.Length < console.Profile.Width ? text : text[..(console.Profile.Width - 1)], new Style(Color.Grey)));
        _isShown = true;
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (_isShown) console.Write(new ControlCode(Erase));
        _isShown = false;
    }

    private string Bar(double? share)
    {
        if (share is not { } known) return "";
        int full = (int)(Math.Clamp(known, 0, 1) * BarWidth);
        (char done, char left) = console.Profile.Capabilities.Unicode ? ('█', '░') : ('#', '.');
        return $"{new string(done, full)}{new string(left, BarWidth - full)}  ";
    }
}
