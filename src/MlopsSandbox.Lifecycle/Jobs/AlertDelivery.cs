using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Monitor.Alerts;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Tells sinks of alerts: at least once each, an event exactly once. What fails is tried again with growing pauses, by whichever process lives then.</summary>
/// <remarks>Apart from the runs: whatever a sink does, no check waits for it. Sinks are told side by side, each in order.</remarks>
public sealed class AlertDelivery
{
    private readonly JobBridgeParts _parts;
    private readonly CatalogStore _catalog;
    private readonly string _owner;
    private readonly EventDelivery _events;
    private readonly Dictionary<string, AlertSink> _sinks;

    internal AlertDelivery(JobBridgeParts parts, ProcessLock presence, EventDelivery events)
    {
        (_parts, _catalog, _owner, _events) = (parts, parts.Catalog, presence.Owner, events);
        _sinks = parts.Alerts.Sinks.ToDictionary(sink => sink.Name, StringComparer.Ordinal);
    }

    /// <summary>Tells as soon as there is something due, until cancelled.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await UntilDueAsync(cancellation).ConfigureAwait(false);
            await DeliverDueAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Tells all that is due now and that no other process has taken. One call at a time.</summary>
    /// <returns>How many notifications it attempted.</returns>
    public async Task<int> DeliverDueAsync(CancellationToken cancellation)
    {
        IReadOnlyList<NotificationRow> due = _catalog.Read(tx => tx.Notifications.HasDue()) ? _catalog.Write(tx => tx.Notifications.TakeDue(_owner)) : [];
        try
        {
            await Task.WhenAll(due.GroupBy(one => one.Sink).Select(ofSink => DeliverAsync([.. ofSink], cancellation))).ConfigureAwait(false);
        }
        catch
        {
            _catalog.Write(tx => tx.Notifications.GiveBack(_owner));
            throw;
        }
        return due.Count;
    }

    private async Task UntilDueAsync(CancellationToken cancellation)
    {
        DateTimeOffset? next = _catalog.Read(tx => tx.Notifications.NextDue());
        if (next <= _catalog.Now) return;
        using CancellationTokenSource due = new(next - _catalog.Now ?? Timeout.InfiniteTimeSpan, _parts.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, cancellation);
        await _catalog.Sees(tx => tx.Notifications.NextDue() < (next ?? DateTimeOffset.MaxValue), either.Token).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
    }

    private async Task DeliverAsync(NotificationRow[] inOrder, CancellationToken cancellation)
    {
        foreach (NotificationRow notification in inOrder)
        {
            if (!_sinks.TryGetValue(notification.Sink, out AlertSink? sink))
                _catalog.Write(tx => tx.Notifications.Missed(notification.Id, $"there is no sink '{notification.Sink}' in {AlertFile.Name} any more", again: null));
            else if (sink is EventSink published)
                _catalog.Write(tx => Publish(tx, published, notification));
            else
                await TellAsync(sink, notification, cancellation).ConfigureAwait(false);
        }
    }

    private void Publish(CatalogTransaction tx, EventSink sink, NotificationRow notification)
    {
        if (!tx.Notifications.Delivered(notification.Id)) return;
        _events.Deliver(tx, new PublishedEvent(sink.Event, notification.Payload) { Publisher = notification.RunId is { } run ? tx.Runs.Find(run) : null });
    }

    private async Task TellAsync(AlertSink sink, NotificationRow notification, CancellationToken cancellation)
    {
        try
        {
            await AlertSending.SendAsync(sink, notification.IdempotencyKey, notification.Kind, notification.Payload, _catalog.Home, _parts.Time, cancellation).ConfigureAwait(false);
            _catalog.Write(tx => tx.Notifications.Delivered(notification.Id));
        }
        catch (AlertSinkException failure)
        {
            bool isOver = failure.IsFinal || notification.Attempts + 1 >= sink.Attempts;
            _catalog.Write(tx => tx.Notifications.Missed(notification.Id, failure.Message, isOver ? null : _catalog.Now + sink.PauseAfter(notification.Attempts + 1)));
        }
    }
}
