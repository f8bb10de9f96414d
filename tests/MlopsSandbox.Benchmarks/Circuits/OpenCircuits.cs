namespace MlopsSandbox.Benchmarks.Circuits;

/// <summary>Circuits that are open at the same time.</summary>
internal sealed class OpenCircuits : IAsyncDisposable
{
    private readonly List<BlazorClient> _clients = [];

    /// <summary>How many times something was drawn, by all together.</summary>
    public int Batches => _clients.Sum(client => client.Batches);

    /// <summary>Opens circuits on pages in turn.</summary>
    /// <param name="site">Where they are served.</param>
    /// <param name="paths">The pages.</param>
    /// <param name="count">How many circuits.</param>
    /// <exception cref="CircuitException">One does not come to life.</exception>
    public static async Task<OpenCircuits> On(Uri site, IReadOnlyList<string> paths, int count)
    {
        OpenCircuits circuits = new();
        for (int i = 0; i < count; i++) circuits._clients.Add(await BlazorClient.Open(new Uri(site, paths[i % paths.Count])));
        await circuits.Settle();
        return circuits;
    }

    /// <summary>Waits until all of them rest.</summary>
    /// <exception cref="CircuitException">One has died.</exception>
    public async Task Settle()
    {
        foreach (BlazorClient client in _clients) await client.Settle();
    }

    /// <exception cref="CircuitException">One has died.</exception>
    public void ThrowIfDead() => _clients.ForEach(client => client.ThrowIfDead());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (BlazorClient client in _clients) await client.DisposeAsync();
    }
}
