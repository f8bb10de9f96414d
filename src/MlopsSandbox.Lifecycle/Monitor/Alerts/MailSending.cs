using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>Sends a notification as a mail in plain text.</summary>
internal static class MailSending
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <exception cref="AlertSinkException">The server did not take it.</exception>
    public static async Task SendAsync(MailSink sink, string key, string kind, JsonElement payload, CancellationToken cancellation)
    {
        using MailMessage mail = Written(sink, key, kind, payload);
        using SmtpClient client = new(sink.Host, sink.Port) { EnableSsl = sink.Encrypts };
        if (sink.User is { } user) client.Credentials = new NetworkCredential(user, sink.Password?.Reveal());
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(mail, patience.Token).ConfigureAwait(false);
        }
        catch (SmtpException cause)
        {
            throw new AlertSinkException($"{sink.Host} did not take the mail: {cause.GetBaseException().Message}", isFinal: (int)cause.StatusCode is >= 500 and < 600, cause);
        }
        catch (OperationCanceledException cause) when (!cancellation.IsCancellationRequested)
        {
            throw new AlertSinkException(FormattableString.Invariant($"{sink.Host} did not answer within {Patience.TotalSeconds} s"), isFinal: false, cause);
        }
    }

    private static MailMessage Written(MailSink sink, string key, string kind, JsonElement payload)
    {
        string endpoint = payload.GetProperty("endpoint").GetString()!;
        JsonElement[] alerts = [.. payload.GetProperty("alerts").EnumerateArray()];
        string about = FormattableString.Invariant($"{endpoint}: {alerts.Length} {(alerts.Length == 1 ? "alert" : "alerts")} {kind}, the most severe is {alerts[0].GetProperty("severity").GetString()}");
        StringBuilder text = new();
        text.Append(about).Append(". Simulated time: ").Append(payload.GetProperty("simulatedAt").GetString()).AppendLine(".").AppendLine();
        foreach (JsonElement alert in alerts) text.AppendLine($"{alert.GetProperty("id").GetString()} ({alert.GetProperty("severity").GetString()}): {alert.GetProperty("text").GetString()}");
        MailMessage mail = new() { From = new MailAddress(sink.From), Subject = $"[mlops] {about}", Body = text.ToString(), BodyEncoding = Encoding.UTF8, BodyTransferEncoding = TransferEncoding.QuotedPrintable, SubjectEncoding = Encoding.UTF8 };
        foreach (string to in sink.To) mail.To.Add(to);
        mail.Headers.Add("Message-ID", $"<{key}.{endpoint}@mlops>");
        mail.Headers.Add("Idempotency-Key", key);
        return mail;
    }
}
