using System.Net;

namespace MlopsSandbox.Api;

/// <summary>The names by which this server may be asked for: those of the loopback, and those that <c>--urls</c> names.</summary>
/// <remarks>Any other name was made to lead here by somebody else's DNS. Who listens on all addresses is asked by any of them, as an address needs no DNS.</remarks>
internal sealed class ServedNames
{
    private readonly HashSet<string> _named;
    private readonly bool _isEveryAddress;

    /// <param name="urls">The addresses to listen on.</param>
    public ServedNames(IEnumerable<string> urls)
    {
        string[] hosts = [.. urls.Select(url => new Uri(url).Host)];
        _named = new HashSet<string>(hosts, StringComparer.OrdinalIgnoreCase) { "localhost" };
        _isEveryAddress = hosts.Any(host => IPAddress.TryParse(host, out IPAddress? address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
    }

    /// <summary>True for a name, without its port, by which this server may be asked for.</summary>
    public bool Has(string host) =>
        _named.Contains(host) || (IPAddress.TryParse(host, out IPAddress? address) && (_isEveryAddress || IPAddress.IsLoopback(address)));
}
