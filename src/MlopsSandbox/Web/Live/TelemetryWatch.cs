using System.Runtime.CompilerServices;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Web.Live;

/// <summary>Tells pages that <c>telemetry.db</c> has changed, within about <see cref="Pause"/>.</summary>
internal sealed class TelemetryWatch(string path, TimeProvider time) : ChangeWatch(time)
{
    /// <summary>Between one look and the next. Spans are written by the hundred, so a closer look would see no more.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly TimeProvider _time = time;

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<bool> Changes([EnumeratorCancellation] CancellationToken stop)
    {
        using TelemetryReader telemetry = new(path);
        long seen = telemetry.ChangeCount();
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Pause, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested || telemetry.ChangeCount() is var now && now == seen) continue;
            seen = now;
            yield return true;
        }
    }
}
