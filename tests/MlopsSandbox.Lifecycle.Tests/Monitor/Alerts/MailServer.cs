using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Alerts;

/// <summary>A small SMTP server on a free port that takes one mail, or refuses its receivers.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly bool _refuses;

    public MailServer(bool refuses = false)
    {
        _refuses = refuses;
        _listener.Start();
        Mail = Task.Run(TakeAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>All that the client said, once it has quit or gone.</summary>
    public Task<string> Mail { get; }

    public void Dispose() => _listener.Dispose();

    private async Task<string> TakeAsync()
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync();
        using StreamReader reader = new(client.GetStream(), Encoding.UTF8);
        await using StreamWriter writer = new(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        StringBuilder said = new();
        bool isData = false;
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (isData && line != ".") continue;
            isData = line.StartsWith("DATA", StringComparison.Ordinal);
            await writer.WriteLineAsync(AnswerTo(line, isData));
            if (line == ".") return said.ToString();
        }
        return said.ToString();
    }

    private string AnswerTo(string line, bool isData) => isData ? "354 go on"
        : _refuses && line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 no such user"
        : "250 ok";
}
