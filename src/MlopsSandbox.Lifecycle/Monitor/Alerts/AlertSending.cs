using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>Tells a sink that is outside of the catalog.</summary>
internal static class AlertSending
{
    /// <summary>Tells it once.</summary>
    /// <param name="sink">The sink.</param>
    /// <param name="key">The notification's idempotency key.</param>
    /// <param name="kind"><c>raised</c> or <c>cleared</c>.</param>
    /// <param name="payload">What is told.</param>
    /// <param name="home">The home folder.</param>
    /// <param name="time">Wall time.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="AlertSinkException">It could not be told.</exception>
    public static async Task SendAsync(AlertSink sink, string key, string kind, JsonElement payload, string home, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            await TellAsync(sink, key, kind, payload, home, time, cancellation).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Beyond this edge are strangers' servers: whatever one does, it must not end the loop that tells the others.
        catch (Exception unforeseen) when (unforeseen is not (AlertSinkException or OperationCanceledException))
#pragma warning restore CA1031
        {
            throw new AlertSinkException($"{unforeseen.GetType().Name}: {unforeseen.Message}", isFinal: false, unforeseen);
        }
    }

    private static Task TellAsync(AlertSink sink, string key, string kind, JsonElement payload, string home, TimeProvider time, CancellationToken cancellation) => sink switch
    {
        WebhookSink webhook => WebhookSending.SendAsync(webhook, key, payload, time, cancellation),
        MailSink mail => MailSending.SendAsync(mail, key, kind, payload, cancellation),
        _ => AlertLog.AppendAsync(home, payload, cancellation),
    };
}
