using System.Globalization;
using System.Text.Json.Nodes;

namespace MlopsSandbox.Workflows.Tests.Oracle;

/// <summary>
/// Random definitions, walked by the runner and by a naive interpreter. <c>MLOPS_WALKS</c> says how many (by default 3,000), <c>MLOPS_WALKS_FROM</c> the first seed.
/// </summary>
public sealed class NaiveWalkTests
{
    private static readonly int Count = Setting("MLOPS_WALKS", 3_000), First = Setting("MLOPS_WALKS_FROM", 0);

    [Fact]
    public void Walk_RandomDefinition_IsThatOfTheNaiveInterpreter()
    {
        var failed = ParallelEnumerable.Range(First, Count).Where(seed => WalkTrial.Problem(RandomDefinition.Draw(seed), seed) is not null).Take(1).ToList();

        Assert.True(failed.Count == 0, failed.Count == 0 ? null : Report(failed[0]));
    }

    /// <summary>Definitions on which the two once differed, made as small as they go.</summary>
    public static TheoryData<string> Found => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Oracle", "Found"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Found))]
    public void Walk_DefinitionOnWhichTheyOnceDiffered_IsThatOfTheNaiveInterpreter(string name)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oracle", "Found", $"{name}.json"));
        Assert.All(Enumerable.Range(0, 20), seed => Assert.Null(WalkTrial.Problem(JsonNode.Parse(text)!, seed)));
    }

    private static string Report(int seed)
    {
        var first = WalkTrial.Problem(RandomDefinition.Draw(seed), seed)!.Split(' ')[0];
        var document = Shrinking.Smallest(RandomDefinition.Draw(seed), smaller => WalkTrial.Problem(smaller, seed)?.Split(' ')[0] == first);
        return $"seed {seed}: {WalkTrial.Problem(document, seed)}\nsmallest definition:\n{document.ToJsonString()}";
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
