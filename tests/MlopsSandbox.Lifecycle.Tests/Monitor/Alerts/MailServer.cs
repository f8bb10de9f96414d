using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Alerts;

/// <summary>A small SMTP server on a free port that takes one mail, or refuses its receivers; with a password it wants a login before.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly bool _refuses;
    private readonly string? _password;
    private bool _asksPassword;
    private bool _isWelcome;

    public MailServer(bool refuses = false, string? password = null)
    {
        (_refuses, _password) = (refuses, password);
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

    private string AnswerTo(string line, bool isData)
    {
        if (_password is null) return Usual(line, isData);
        if (line.StartsWith("EHLO", StringComparison.Ordinal)) return "250-test\r\n250 AUTH LOGIN";
        if (_asksPassword)
        {
            _asksPassword = false;
            _isWelcome = Encoding.UTF8.GetString(Convert.FromBase64String(line)) == _password;
            return _isWelcome ? "235 welcome" : "535 wrong password";
        }

        _asksPassword = line.StartsWith("AUTH LOGIN", StringComparison.OrdinalIgnoreCase);
        return _asksPassword ? "334 UGFzc3dvcmQ6" : line.StartsWith("MAIL", StringComparison.Ordinal) && !_isWelcome ? "530 log in first" : Usual(line, isData);
    }

    private string Usual(string line, bool isData) => isData ? "354 go on"
        : _refuses && line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 no such user"
        : "250 ok";
}
