using System.Collections.Concurrent;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Report;
using MlopsSandbox.Simulation.Outcome;

namespace MlopsSandbox.Stories;

/// <summary>Drives the home's hosted stories, any number side by side: those that are begun meanwhile, and those that a process left which is dead.</summary>
/// <remarks>A story that fails is left where it stands, with the reason in its row, until somebody plays or steps it; one that is cancelled is forgotten. The others go on.</remarks>
internal sealed class StoryHost : IAsyncDisposable
{
    private readonly Sandbox _sandbox;
    private readonly Action<string>? _warn;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Task> _driving = new();
    private readonly Task _hosting;

    /// <summary>Begins to drive.</summary>
    /// <param name="sandbox">The open home; somebody must work in it.</param>
    /// <param name="warn">Told, in a sentence, of a story that failed; may be null.</param>
    public StoryHost(Sandbox sandbox, Action<string>? warn)
    {
        (_sandbox, _warn) = (sandbox, warn);
        _hosting = Task.Run(HostAsync);
    }

    /// <summary>Stops driving; stories stay where they are, and whoever serves the home next takes them up.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _hosting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_driving.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task HostAsync()
    {
        ProcessLock presence = _sandbox.Bridge.Presence;
        IEnumerable<string> Undriven() => _sandbox.Catalog.Read(tx => tx.Stories.Undriven(presence.Owner, presence.IsAlive)).Where(id => !_driving.ContainsKey(id));
        while (!_stop.IsCancellationRequested)
        {
            await _sandbox.Catalog.WaitFor(tx => tx.Stories.Undriven(presence.Owner, presence.IsAlive).Any(id => !_driving.ContainsKey(id)), _stop.Token).ConfigureAwait(false);
            foreach (string id in Undriven()) Drive(id);
        }
    }

    // It is noted before it runs, so that nobody drives it a second time, and forgotten only when its row says what came of it.
    private void Drive(string id)
    {
        TaskCompletionSource noted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _driving[id] = Task.Run(async () =>
        {
            await noted.Task.ConfigureAwait(false);
            await DriveAsync(id).ConfigureAwait(false);
            _driving.TryRemove(id, out _);
        });
        noted.SetResult();
    }

    private async Task DriveAsync(string id)
    {
        try
        {
            StoryOutcome? outcome = await _sandbox.Driver(progress: null).RunAsync(id, _stop.Token).ConfigureAwait(false);
            if (outcome is not null) StoryReport.Write(_sandbox.Catalog, _sandbox.Artifacts, _sandbox.Stages.Activities, outcome);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The server ends; the story stays where it is.
        }
#pragma warning disable CA1031 // whatever ends one story must end neither the server nor the others, and is told in the story's row
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (_sandbox.Catalog.Write(tx => tx.Stories.Fail(id, failure.Message))) _warn?.Invoke($"{id} is not told on: {failure.Message}");
        }
    }
}
