using System.Text.Json;
using MlopsSandbox.EndToEnd.Web;

namespace MlopsSandbox.EndToEnd;

/// <summary>One walkthrough with the default drift, told once, beside a server, for all tests that only look at it.</summary>
public sealed class FinishedStory : IAsyncLifetime
{
    public const string Seed = "7";
    private Task<Site>? _site;

    internal Home Home { get; } = new();

    internal Ending Ending { get; private set; } = new(-1, "", "");

    internal JsonElement Story => Ending.Json;

    internal string Hash => Story.GetProperty("hash").GetString()!;

    /// <summary>The pages of a copy of this home; the same for all tests that ask.</summary>
    internal Task<Site> Site() => _site ??= Web.Site.Of(Home);

    public async Task InitializeAsync()
    {
        // A server works on the same jobs meanwhile; whoever does them, the story is the same.
        using MlopsProgram server = MlopsProgram.Start(Home.Folder, "serve", "--urls", "http://127.0.0.1:0");
        Ending = await MlopsProgram.Run(Home.Folder, "walkthrough", "--seed", Seed, "--output", "json");
    }

    public async Task DisposeAsync()
    {
        if (_site is not null) await (await _site).DisposeAsync();
        Home.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class Stories : ICollectionFixture<FinishedStory>
{
    public const string Name = "stories";
}
