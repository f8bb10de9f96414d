using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Runner;

/// <summary>Every walk, taken up from its text after every single step: what was kept is all that the walk needs.</summary>
public sealed class ReplayTests
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    public static TheoryData<string> Files() => [.. Directory.GetFiles("Walks", "*.json").Select(file => Path.GetFileName(file)).Where(file => file != "expected.json")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Walk_TakenUpFromTextAfterEachStep_IsTheSame(string file)
    {
        var definition = DefinitionFolder.Load($"Walks/{file}", Stages.Types);

        Assert.Equal(Texts(definition, state => state), Texts(definition, state => JsonSerializer.Deserialize<InstanceState>(Text(state))!));
    }

    private static List<string> Texts(WorkflowDefinition definition, Func<InstanceState, InstanceState> between)
    {
        var texts = new List<string>();
        var state = between(WorkflowRunner.Decide(definition, new InstanceState(), new WorkflowStarted(Nothing)).State);
        while (state.Status == InstanceStatus.Running)
        {
            texts.Add(Text(state));
            state = between(WorkflowRunner.CanAdvance(state) ? WorkflowRunner.Advance(definition, state).State
                : WorkflowRunner.Decide(definition, state, new ActivityCompleted(state.Bookmarks[0].ExecutionId, "Done", Nothing)).State);
        }
        return [.. texts, Text(state)];
    }

    private static string Text(InstanceState state) => JsonSerializer.Serialize(state);
}
