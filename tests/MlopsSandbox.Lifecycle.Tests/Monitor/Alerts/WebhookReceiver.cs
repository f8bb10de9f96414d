using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MlopsSandbox.Lifecycle.Monitor.Alerts;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Alerts;

/// <summary>What a webhook received.</summary>
internal sealed record Received(string Body, string? ContentType, string? Signature, string? Key);

/// <summary>A real HTTP server on a free port that keeps what it is sent and answers as it is told, by default 204.</summary>
internal sealed class WebhookReceiver : IDisposable
{
    private readonly HttpListener _listener = new();

    public WebhookReceiver()
    {
        using (TcpListener free = new(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/hook/");
        }
        _listener.Prefixes.Add(Url.ToString());
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public Uri Url { get; }

    public string Authority => Url.Authority;

    public ConcurrentQueue<int> Answers { get; } = [];

    public ConcurrentQueue<Received> Requests { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            using StreamReader body = new(context.Request.InputStream);
            Requests.Enqueue(new Received(await body.ReadToEndAsync(), context.Request.ContentType, context.Request.Headers[WebhookSignature.Header], context.Request.Headers["Idempotency-Key"]));
            context.Response.StatusCode = Answers.TryDequeue(out int status) ? status : 204;
            context.Response.Close();
        }
    }
}
