using System.Diagnostics;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace MlopsSandbox.Benchmarks.Circuits;

/// <summary>A tab without a browser: it opens a circuit as Blazor's script does, acknowledges all that is drawn, and answers all that is called.</summary>
internal sealed class BlazorClient : IAsyncDisposable
{
    private const double SightPixels = 800;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2), Quiet = TimeSpan.FromMilliseconds(500);
    private readonly Uri _address;
    private readonly HubConnection _connection;
    private readonly TaskCompletionSource _attached = new(TaskCreationOptions.RunContinuationsAsynchronously), _live = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _circuit = "";
    private long _heard = Stopwatch.GetTimestamp();
    private int _batches;
    private bool _isClosing;

    private BlazorClient(ServedPage page)
    {
        _address = page.Address;
        IHubConnectionBuilder builder = new HubConnectionBuilder().WithUrl(new Uri(_address, "/_blazor"), HttpTransportType.WebSockets, options =>
        {
            options.Cookies = page.Cookies;
            options.Headers["Origin"] = _address.GetLeftPart(UriPartial.Authority);
        });
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPackProtocol(Fail));
        _connection = builder.Build();
        Listen();
    }

    /// <summary>How often something was drawn.</summary>
    public int Batches => Volatile.Read(ref _batches);

    /// <summary>Opens a page, and waits until it lives.</summary>
    /// <exception cref="CircuitException">It does not come to life.</exception>
    public static async Task<BlazorClient> Open(Uri address)
    {
        ServedPage page = await ServedPage.Get(address);
        BlazorClient client = new(page);
        await client.Start(page);
        return client;
    }

    /// <summary>Waits until nothing has been drawn for half a second.</summary>
    /// <exception cref="CircuitException">The circuit died.</exception>
    public async Task Settle()
    {
        while (Stopwatch.GetElapsedTime(Volatile.Read(ref _heard)) < Quiet) await Task.Delay(Quiet / 5);
        ThrowIfDead();
    }

    /// <exception cref="CircuitException">The circuit died, or never drew anything.</exception>
    public void ThrowIfDead()
    {
        if (_failed.Task.IsCompleted) throw new CircuitException($"{_address}: {_failed.Task.Result}");
        if (Batches == 0) throw new CircuitException($"{_address}: the circuit drew nothing; expected the page.");
    }

    /// <summary>Leaves the page as a browser does, so that the server forgets the circuit at once.</summary>
    public async ValueTask DisposeAsync()
    {
        _isClosing = true;
        if (_circuit.Length > 0)
        {
            using HttpClient http = new();
            using MultipartFormDataContent leaving = new() { { new StringContent(_circuit), "circuitId" } };
            using HttpResponseMessage answer = await http.PostAsync(new Uri(_address, "/_blazor/disconnect"), leaving);
            answer.EnsureSuccessStatusCode();
        }
        await _connection.DisposeAsync();
    }

    private async Task Start(ServedPage page)
    {
        await _connection.StartAsync();
        _circuit = await _connection.InvokeAsync<string>("StartCircuit", new Uri(_address, "/").ToString(), _address.ToString(), "[]", page.State)
            ?? throw new CircuitException($"{_address}: the server started no circuit.");
        await Reached(_attached.Task, "the renderer");
        await _connection.SendAsync("UpdateRootComponents", page.Additions(), page.State);
        await Reached(_live.Task, "the page's sign of life");
        ThrowIfDead();
    }

    private async Task Reached(Task moment, string what)
    {
        await Task.WhenAny(moment, _failed.Task, Task.Delay(Patience));
        if (_failed.Task.IsCompleted) throw new CircuitException($"{_address}: {_failed.Task.Result}");
        if (!moment.IsCompleted) throw new CircuitException($"{_address}: waited {Patience} for {what}.");
    }

    private void Listen()
    {
        _connection.On<int, byte[]>("JS.RenderBatch", Draw);
        _connection.On<long, string, string, int, long, int>("JS.BeginInvokeJS", (handle, name, arguments, result, _, _) => Answer(new JsCall(handle, name, arguments, (JSCallResultType)result)));
        _connection.On<string, bool, string>("JS.EndInvokeDotNet", (_, succeeded, result) => { if (!succeeded) Fail(result); });
        _connection.On<string>("JS.Error", Fail);
        _connection.On<int, string>("JS.AttachComponent", (_, _) => { });
        _connection.On<long>("JS.EndUpdateRootComponents", _ => { });
        _connection.Closed += failure =>
        {
            if (!_isClosing) Fail($"the connection was closed: {failure?.Message ?? "by the server"}");
            return Task.CompletedTask;
        };
    }

    private async Task Draw(int batch, byte[] drawn)
    {
        Interlocked.Increment(ref _batches);
        Volatile.Write(ref _heard, Stopwatch.GetTimestamp());
        if (drawn.AsSpan().IndexOf("panel error"u8) >= 0) Fail("the page shows an error; look at it in a browser.");
        await _connection.SendAsync("OnRenderCompleted", (long)batch, null);
    }

    private async Task Answer(JsCall call)
    {
        if (call.Attaches) _attached.TrySetResult();
        if (call.SaysLive) _live.TrySetResult();
        if (call.Handle != 0) await _connection.SendAsync("EndInvokeJSFromDotNet", call.Handle, true, call.Answer());
        if (call.Measures) await _connection.SendAsync("BeginInvokeDotNetFromJS", "1", null, "OnSpacerBeforeVisible", call.DotNetObject(), $"[0,0,{SightPixels}]");
    }

    private void Fail(string why) => _failed.TrySetResult(why);
}
