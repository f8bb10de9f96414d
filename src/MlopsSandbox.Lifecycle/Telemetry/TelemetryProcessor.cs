using System.Diagnostics;
using OpenTelemetry;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>Keeps spans in <c>telemetry.db</c>: a row when a span starts, filled when it ends, so that a killed process's spans can be seen.</summary>
/// <remarks>
/// A span's context leaves the process where it is a run's root or a producer; the start of these returns only when their row, and all
/// before it, are written. So no row in the file ever lacks its parent, whichever process dies. All other rows are written in the background.
/// </remarks>
public sealed class TelemetryProcessor : BaseProcessor<Activity>
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(2);

    private readonly SpanQueue _queue;
    private readonly string _owner;

    /// <summary>Opens or creates the file.</summary>
    /// <param name="path">The file, <c>telemetry.db</c> in the home.</param>
    /// <param name="owner">Token of this process, which <see cref="SpanClosing.CloseInterrupted"/> is told when the process is dead.</param>
    /// <exception cref="TelemetryDatabaseException">The file can't be used.</exception>
    public TelemetryProcessor(string path, string owner)
    {
        _queue = new SpanQueue(path);
        _owner = owner;
    }

    /// <summary>Rows that could not be written, since the start.</summary>
    public long Lost => _queue.Lost;

    /// <inheritdoc/>
    public override void OnStart(Activity data)
    {
        _queue.Add(SpanWrite.Started(data, _owner));
        var isRunRoot = data.ParentSpanId == default && data.Kind == ActivityKind.Internal;
        if (isRunRoot || data.Kind == ActivityKind.Producer) _queue.Flush(LongestHold);
    }

    /// <inheritdoc/>
    public override void OnEnd(Activity data) => _queue.Add(SpanWrite.Ended(data, _owner));

    /// <inheritdoc/>
    protected override bool OnForceFlush(int timeoutMilliseconds) => _queue.Flush(TimeSpan.FromMilliseconds(timeoutMilliseconds));

    /// <inheritdoc/>
    protected override bool OnShutdown(int timeoutMilliseconds) => OnForceFlush(timeoutMilliseconds);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _queue.Dispose();
        base.Dispose(disposing);
    }
}
