using System.Net;
using System.Net.Sockets;

namespace MlopsSandbox.EndToEnd;

/// <summary>Ports of this machine that nobody listens on just now.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
