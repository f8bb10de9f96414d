using Hangfire.Logging;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>
/// Brings the write-ahead log into the file beside the writer. A checkpoint waits for the disk, and the commit that runs it by itself, as
/// SQLite has it, waits too, and all behind it. Here a thread of the pool copies while commits go on, until little is left; the writer
/// copies the last frames between two commits, because the log starts anew only when all of it is copied.
/// </summary>
internal sealed class LogCheckpoints(Func<Session> open) : IDisposable
{
    /// <summary>A page is copied once however often it was written since the last time: 16 MiB of log.</summary>
    public const int FramesBetween = 4_096;

    /// <summary>So few frames the writer copies itself.</summary>
    private const int FramesLeft = 128;

    /// <summary>So often the copying catches up with the writer, each time with less to do, before it leaves the rest to it however long.</summary>
    private const int Passes = 4;

    private readonly ILog _log = LogProvider.For<LogCheckpoints>();
    private readonly Lock _gate = new();
    private Task _copying = Task.CompletedTask;
    private Session? _session;
    private volatile bool _isAlmostCopied;
    private bool _isClosed;

    /// <summary>To be called by the writer's thread between two transactions.</summary>
    public void AfterCommit(Session writer) => TryOrWarn(() =>
    {
        if (_isAlmostCopied) CopyRest(writer);
        else if (writer.FramesToCheckpoint() >= FramesBetween) Start();
    });

    /// <summary>Waits for a copying that is under way.</summary>
    public void Dispose()
    {
        lock (_gate) _isClosed = true;
        _copying.Wait();
        _session?.Dispose();
    }

    private void CopyRest(Session writer)
    {
        _isAlmostCopied = false;
        writer.Checkpoint();
    }

    private void Start()
    {
        lock (_gate)
        {
            if (_copying.IsCompleted && !_isClosed) _copying = Task.Run(() => TryOrWarn(CopyMost));
        }
    }

    private void CopyMost()
    {
        _session ??= open();
        var pass = 0;
        do
        {
            if (!_session.Checkpoint()) return;
        }
        while (++pass < Passes && _session.FramesToCheckpoint() > FramesLeft);
        _isAlmostCopied = true;
    }

    private void TryOrWarn(Action copying)
    {
        try
        {
            copying();
        }
        catch (Exception cause)
        {
            Warn(cause);    // Whatever it is, the commit before it stands, and whoever waits for it must hear of that.
        }
    }

    private void Warn(Exception cause)
    {
        try
        {
            _log.WarnException("The write-ahead log could not be copied into the file; nothing is lost, and it is tried again.", cause);
        }
        catch (Exception)
        {
            // A log that is closed already.
        }
    }
}
