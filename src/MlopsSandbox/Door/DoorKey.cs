using System.Net;
using System.Security.Cryptography;
using System.Text;
using MlopsSandbox.Commands;

namespace MlopsSandbox.Door;

/// <summary>The key that a server asks for which others than this machine can reach.</summary>
internal sealed class DoorKey
{
    /// <summary>The environment variable that sets it; without it a new one is made at each start.</summary>
    public const string Variable = "MLOPS_KEY";
    /// <summary>The option of <c>curl</c> that tells the key. The shell fills it in from <see cref="Variable"/>, so that it stands in no page.</summary>
    public const string CurlOption = $"-H \"Authorization: Bearer ${Variable}\"";
    private const int FewestCharacters = 12, RandomBytes = 18;
    private readonly byte[] _digest;

    private DoorKey(string key, bool isNew)
    {
        _digest = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        Told = isNew ? key : null;
    }

    /// <summary>The key, where it was made by this start and nobody knows it yet; null where the environment sets it.</summary>
    public string? Told { get; }

    /// <summary>The key that these addresses demand: none where only this machine reaches them, unless the environment sets one.</summary>
    /// <param name="urls">The addresses to listen on.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <exception cref="RefusalException">The environment's key is too short.</exception>
    public static DoorKey? For(IEnumerable<string> urls, Func<string, string?> environment)
    {
        string? set = environment(Variable);
        if (string.IsNullOrEmpty(set)) return urls.All(IsLoopback) ? null : new DoorKey(Convert.ToBase64String(RandomNumberGenerator.GetBytes(RandomBytes)).Replace('+', '-').Replace('/', '_'), isNew: true);
        if (set.Length < FewestCharacters)
            throw new RefusalException($"{Variable} has {set.Length} characters; expected at least {FewestCharacters}, so that it cannot be guessed. Take a longer one, or none: serve then makes one and tells it.");
        return new DoorKey(set, isNew: false);
    }

    /// <summary>True for the key itself. How long it takes says nothing of the key.</summary>
    public bool Opens(string? given) => given is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), _digest);

    private static bool IsLoopback(string url)
    {
        string host = new Uri(url).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
    }
}
