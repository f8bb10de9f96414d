using System.Globalization;
using MlopsSandbox.Walkthrough;

namespace MlopsSandbox.Commands;

/// <summary>Tells on standard error how far a long reading is; silent for a short one.</summary>
internal sealed class ReadingProgress(Terminal terminal, TimeProvider time, string file)
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2), OnScreen = TimeSpan.FromSeconds(0.5), OnPaper = TimeSpan.FromSeconds(20);
    private readonly long _begun = time.GetTimestamp();
    private readonly StatusLine _line = new(terminal.ErrorScreen);
    private readonly TimeSpan _between = terminal.CanAsk ? OnScreen : OnPaper;
    private long _told = time.GetTimestamp();

    /// <summary>Told the share that is read, in [0, 1].</summary>
    public void Tell(double share)
    {
        TimeSpan since = time.GetElapsedTime(_begun);
        if (share is <= 0 or >= 1 || since < Short || time.GetElapsedTime(_told) < _between) return;
        _told = time.GetTimestamp();
        string text = string.Create(CultureInfo.InvariantCulture, $"reading {Path.GetFileName(file)}: {100 * share:0} %, about {since.TotalSeconds * (1 - share) / share:0} s left");
        if (terminal.CanAsk) _line.Show(new Status(text, share));
        else terminal.Error.WriteLine(text);
    }

    /// <summary>Takes the line away.</summary>
    public void End() => _line.Clear();
}
