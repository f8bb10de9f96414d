using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>Posts a notification to a URL.</summary>
/// <remarks>
/// A status of 200 to 299 says that it was taken. 408, 425, 429 and those from 500 on, and everything that fails below HTTP, is tried again;
/// any other status is a refusal. Redirects are not followed: they would carry what is told to somebody who was not named.
/// </remarks>
internal static class WebhookSending
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(1) }) { Timeout = Patience };

    /// <exception cref="AlertSinkException">It was not taken.</exception>
    public static async Task SendAsync(WebhookSink sink, string key, JsonElement payload, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            using HttpRequestMessage request = Request(sink, key, payload, time.GetUtcNow());
            using HttpResponseMessage response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (response.IsSuccessStatusCode) return;
            throw new AlertSinkException(string.Create(CultureInfo.InvariantCulture, $"{sink.Url.Authority} answered {(int)response.StatusCode}"), !MayChange(response.StatusCode));
        }
        catch (HttpRequestException cause)
        {
            throw new AlertSinkException($"{sink.Url.Authority} could not be asked: {cause.Message}", isFinal: false, cause);
        }
        catch (OperationCanceledException cause) when (!cancellation.IsCancellationRequested)
        {
            throw new AlertSinkException(string.Create(CultureInfo.InvariantCulture, $"{sink.Url.Authority} did not answer within {Patience.TotalSeconds} s"), isFinal: false, cause);
        }
    }

    private static HttpRequestMessage Request(WebhookSink sink, string key, JsonElement payload, DateTimeOffset now)
    {
        string body = JsonSerializer.Serialize(payload);
        HttpRequestMessage request = new(HttpMethod.Post, sink.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        if (sink.Secret is { } secret) request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(secret.Reveal(), now, body));
        return request;
    }

    private static bool MayChange(HttpStatusCode status) =>
        (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status == 425;
}
