using MlopsSandbox.Lifecycle.Monitor.Comparison;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;

namespace MlopsSandbox.Commands;

/// <summary>Reads the files of <c>drift</c>: tells how far it is, and what an interruption means.</summary>
internal static class ComparedReading
{
    /// <summary>Reads the baseline, or its stored profile.</summary>
    public static FileProfile Baseline(Terminal terminal, string path, CancellationToken cancellation) =>
        Read(terminal, path, tell => ComparedFiles.Baseline(path, tell, cancellation));

    /// <summary>Reads the file that is judged.</summary>
    public static CurrentFile Current(Terminal terminal, string path, FileProfile baseline, string? time, CancellationToken cancellation) =>
        Read(terminal, path, tell => ComparedFiles.Current(path, baseline, time, tell, cancellation));

    private static T Read<T>(Terminal terminal, string path, Func<Action<double>, T> read)
    {
        ReadingProgress progress = new(terminal, TimeProvider.System, path);
        try
        {
            return read(progress.Tell);
        }
        catch (OperationCanceledException)
        {
            throw new RefusalException($"interrupted while {path} was read; nothing was written. Call it again to compare the files.", ExitCodes.Interrupted);
        }
        finally
        {
            progress.End();
        }
    }
}
