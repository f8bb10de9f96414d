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
    public static Task SendAsync(AlertSink sink, string key, string kind, JsonElement payload, string home, TimeProvider time, CancellationToken cancellation) => sink switch
    {
        WebhookSink webhook => WebhookSending.SendAsync(webhook, key, payload, time, cancellation),
        MailSink mail => MailSending.SendAsync(mail, key, kind, payload, cancellation),
        _ => AlertLog.AppendAsync(home, payload, cancellation),
    };
}
