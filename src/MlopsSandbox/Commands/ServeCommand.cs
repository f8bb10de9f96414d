using System.CommandLine;
using System.Net.Sockets;
using MlopsSandbox.Api;
using MlopsSandbox.Door;
using MlopsSandbox.Hosting;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops serve</c>: the web host, which also works as a worker on the home.</summary>
internal sealed class ServeCommand : MlopsCommand
{
    private const string DefaultUrls = "http://127.0.0.1:5080";

    private readonly Option<string> _urls = new("--urls")
    {
        Description = $"Addresses to listen on, joined by semicolons; port 0 takes a free one. [default: {DefaultUrls}]",
        HelpName = "urls",
    };

    public ServeCommand(Shell shell) : base(shell, "serve", "Serves the pages, Hangfire's dashboard, health check, predictions and the REST API, works on the home's jobs, drives stories that were begun for it, and starts runs by the triggers of workflows, until it is interrupted.",
        new("serve", $"the pages on {DefaultUrls}, the REST API below /api"),
        new("serve --urls http://127.0.0.1:0", "on a free port, which it tells"),
        new("serve --urls http://0.0.0.0:5080", $"for other machines too: it asks for a key, the one in {DoorKey.Variable} or a new one, which it tells"))
    {
        Add(_urls);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        string[] urls = Checked(invocation.Parsed.GetValue(_urls) ?? DefaultUrls);
        DoorKey? key = DoorKey.For(urls, invocation.Environment);
        Action<string> warn = problem => invocation.Terminal.Error.WriteLine($"mlops: warning: {problem}");
        await using Sandbox sandbox = Sandbox.Open(invocation.Places, invocation.Environment, warn: warn);
        // Definitions are read while the host is composed: both mostly load code, and neither needs the other.
        Task<WorkflowWatch> reading = Task.Run(() => new WorkflowWatch(sandbox.Shelf, invocation.Places.Workflows, invocation.Terminal), CancellationToken.None);
        await using WebApplication web = WebHost.Build(sandbox, invocation.Hints, urls, key);
        using WorkflowWatch watch = await reading.ConfigureAwait(false);
        await StartAsync(web, urls, cancellation).ConfigureAwait(false);
        sandbox.StartWorking(startsByTriggers: true);
        await using StoryHost stories = new(sandbox, warn);
        foreach (string url in web.Urls) await invocation.Terminal.Out.WriteLineAsync($"Serving {invocation.Places.Home} on {url}; stop with Ctrl-C.").ConfigureAwait(false);
        if (key is not null) await invocation.Terminal.Out.WriteLineAsync(key.Told is { } told ? $"Others can reach it, so it asks for a key: {told} (until it stops; set {DoorKey.Variable} to choose one)." : $"It asks for the key in {DoorKey.Variable}.").ConfigureAwait(false);
        await UntilCancelledAsync(cancellation).ConfigureAwait(false);
        await web.StopAsync(CancellationToken.None).ConfigureAwait(false);
        return ExitCodes.Succeeded;
    }

    private static string[] Checked(string urls)
    {
        string[] each = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        bool isRight = each.Length > 0 && each.All(url => Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) && parsed.Scheme == Uri.UriSchemeHttp);
        return isRight ? each : throw new RefusalException($"--urls is '{urls}'; expected addresses such as {DefaultUrls}.");
    }

    private static async Task StartAsync(WebApplication web, string[] urls, CancellationToken cancellation)
    {
        try
        {
            await web.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException failure)
        {
            throw new RefusalException($"{string.Join(", ", urls)}: {failure.Message} Stop whoever listens there, or take another address with --urls http://127.0.0.1:0.", ExitCodes.Failed);
        }
        catch (SocketException failure)
        {
            throw new RefusalException($"--urls is '{string.Join(';', urls)}': {failure.Message}; expected addresses of this machine. Use {DefaultUrls}.", ExitCodes.Failed);
        }
    }

    // Stopping a server is how it ends, and no failure.
    private static async Task UntilCancelledAsync(CancellationToken cancellation)
    {
        TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = cancellation.Register(stopped.SetResult);
        await stopped.Task.ConfigureAwait(false);
    }
}
