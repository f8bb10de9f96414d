using System.Text.Json;

namespace MlopsSandbox.EndToEnd;

/// <summary>One walkthrough with the default drift, told once for all tests that only look at it.</summary>
public sealed class FinishedStory : IAsyncLifetime
{
    public const string Seed = "7";

    internal Home Home { get; } = new();

    internal Ending Ending { get; private set; } = new(-1, "", "");

    internal JsonElement Story => Ending.Json;

    internal string Hash => Story.GetProperty("hash").GetString()!;

    public async Task InitializeAsync() => Ending = await MlopsProgram.Run(Home.Folder, "walkthrough", "--seed", Seed, "--output", "json");

    public Task DisposeAsync()
    {
        Home.Dispose();
        return Task.CompletedTask;
    }
}

[CollectionDefinition(Name)]
public sealed class Stories : ICollectionFixture<FinishedStory>
{
    public const string Name = "stories";
}
