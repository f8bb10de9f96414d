using System.Runtime.CompilerServices;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Web.Live;

/// <summary>Tells pages that <c>telemetry.db</c> has changed, within about <see cref="Pause"/>, or that another was put in its place.</summary>
internal sealed class TelemetryWatch(string path, TimeProvider time) : ChangeWatch(time)
{
    /// <summary>Between one look and the next. Spans are written by the hundred, so a closer look would see no more.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly TimeProvider _time = time;

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<bool> Changes([EnumeratorCancellation] CancellationToken stop)
    {
        bool isAnother = false;
        while (!stop.IsCancellationRequested)
        {
            using TelemetryReader telemetry = new(path);
            long seen = telemetry.ChangeCount();
            yield return isAnother;
            while (!telemetry.HasLostItsFile)
            {
                long looked = _time.GetTimestamp();
                if (telemetry.ChangeCount() is var now && now != seen)
                {
                    seen = now;
                    yield return true;
                }
                await Rest(looked, stop).ConfigureAwait(false);
                if (stop.IsCancellationRequested) yield break;
            }
            isAnother = true;
        }
    }

    // Listeners may have taken the time already.
    private async Task Rest(long looked, CancellationToken stop)
    {
        TimeSpan left = Pause - _time.GetElapsedTime(looked);
        if (left > TimeSpan.Zero) await Task.Delay(left, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
