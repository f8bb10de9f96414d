using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Runner;

/// <summary>
/// Definitions that Elsa's own engine (3.8, August 2026) walked; <c>Walks/expected.json</c> is what it printed, in which order activities completed, and
/// how it ended. The stages were stubs there that wait; of all that waited, the first in line was always resumed first.
/// </summary>
public sealed class ElsaWalksTests
{
    public static TheoryData<string, string, string[], string[]> Walks()
    {
        using var expected = JsonDocument.Parse(File.ReadAllText("Walks/expected.json"));
        var walks = new TheoryData<string, string, string[], string[]>();
        foreach (var walk in expected.RootElement.EnumerateArray())
            walks.Add(walk.GetProperty("file").GetString()!, walk.GetProperty("status").GetString()!, Texts(walk, "lines"), Texts(walk, "order"));
        return walks;
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void Walk_DefinitionWalkedByElsa_PrintsCompletesAndEndsTheSame(string file, string status, string[] lines, string[] order)
    {
        var walk = new Stroll(DefinitionFolder.Load($"Walks/{file}", Stages.Types)).ToTheEnd();

        Assert.Equal(lines, walk.Lines);
        Assert.Equal(order, walk.Completed);
        Assert.Equal(status, walk.State.Status.ToString().ToLowerInvariant());
    }

    [Fact]
    public void Walk_LifecycleAccepted_CompletesInElsasOrder()
    {
        var walk = new Stroll(DefinitionFolder.Load("Walks/lifecycle.elsa.json", Stages.Types)).Leaving("evaluate", "Accepted").ToTheEnd();

        Assert.Equal(["ingest", "fork", "sdca", "lgbm", "join", "evaluate", "deploy"], walk.Completed);
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    private static string[] Texts(JsonElement walk, string property) => [.. walk.GetProperty(property).EnumerateArray().Select(text => text.GetString()!)];
}
