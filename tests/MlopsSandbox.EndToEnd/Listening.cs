using System.Net.Sockets;

namespace MlopsSandbox.EndToEnd;

/// <summary>Servers that have begun to answer.</summary>
internal static class Listening
{
    /// <summary>Waits until a server is well.</summary>
    public static async Task At(Uri url, MlopsProgram server)
    {
        using HttpClient client = new();
        while (!await Answers(client, new Uri(url, "/health")))
        {
            Assert.False(server.HasExited, "the server ended");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Waits until a server takes connections, and looks closely.</summary>
    public static async Task Soon(Uri url, MlopsProgram server)
    {
        while (!await Connects(url))
        {
            Assert.False(server.HasExited, "the server ended");
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    private static async Task<bool> Connects(Uri url)
    {
        using TcpClient client = new();
        try
        {
            await client.ConnectAsync(url.Host, url.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<bool> Answers(HttpClient client, Uri health)
    {
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(health);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
