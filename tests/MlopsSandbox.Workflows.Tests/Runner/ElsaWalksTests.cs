using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Runner;

/// <summary>Definitions that Elsa's own engine (3.8, August 2026) walked; <c>Walks/expected.json</c> is what it printed and how it ended.</summary>
public sealed class ElsaWalksTests
{
    public static TheoryData<string, string, string[]> Walks()
    {
        using var expected = JsonDocument.Parse(File.ReadAllText("Walks/expected.json"));
        var walks = new TheoryData<string, string, string[]>();
        foreach (var walk in expected.RootElement.EnumerateArray())
            walks.Add(walk.GetProperty("file").GetString()!, walk.GetProperty("status").GetString()!, [.. walk.GetProperty("lines").EnumerateArray().Select(line => line.GetString()!)]);
        return walks;
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void Walk_DefinitionWalkedByElsa_PrintsAndEndsTheSame(string file, string status, string[] lines)
    {
        var walk = new Stroll(DefinitionFolder.Load($"Walks/{file}", Stages.Types)).ToTheEnd();

        Assert.Equal(lines, walk.Lines);
        Assert.Equal(status, walk.State.Status.ToString().ToLowerInvariant());
    }

    [Fact]
    public void Walk_LifecycleAccepted_CompletesInElsasOrder()
    {
        var walk = new Stroll(DefinitionFolder.Load("Walks/lifecycle.elsa.json", Stages.Types)).Leaving("evaluate", "Accepted").ToTheEnd();

        Assert.Equal(["ingest", "fork", "sdca", "lgbm", "join", "evaluate", "deploy"], walk.Completed);
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }
}
