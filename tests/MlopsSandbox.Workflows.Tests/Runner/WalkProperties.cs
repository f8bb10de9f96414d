using System.Text.Json;
using CsCheck;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Runner;

/// <summary>What holds for every flowchart, tried on random ones without loops: boxes are lines, stages and forks; each box leads to later ones.</summary>
public sealed class WalkProperties
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    private static readonly Gen<WorkflowDefinition> Graphs =
        from size in Gen.Int[1, 9]
        from kinds in Gen.Int[0, 2].Array[size]
        from arrows in Gen.Bool.Array[size * size]
        select Draw(kinds, (source, target) => arrows[(source * size) + target]);

    private static readonly Gen<WorkflowDefinition> TokenGraphs =
        from size in Gen.Int[1, 9]
        from kinds in Gen.Int[0, 2].Array[size]
        from modes in Gen.Int[0, 5].Array[size]
        from arrows in Gen.Bool.Array[size * size]
        select Draw(kinds, (source, target) => arrows[(source * size) + target], modes);

    [Fact]
    public void Walk_AnyGraphWithoutLoops_RunsEveryReachableBoxOnce() => Graphs.Sample(definition =>
    {
        var walk = new Stroll(definition).ToTheEnd();
        var reachable = definition.Root.Activities.Where(box => definition.Root.Graph.IsReachable(box.Id)).Select(box => box.Id);
        return walk.State.Status == InstanceStatus.Finished && walk.Completed.Order().SequenceEqual(reachable.Order());
    });

    [Fact]
    public void Walk_AnyGraph_RunsNoBoxBeforeThoseThatLeadToIt() => Graphs.Sample(definition =>
    {
        var order = new Stroll(definition).ToTheEnd().Completed.ToList();
        return definition.Root.Connections.Where(arrow => order.Contains(arrow.Source)).All(arrow => order.IndexOf(arrow.Source) < order.IndexOf(arrow.Target));
    });

    [Fact]
    public void Walk_EverythingToldTwice_IsTheSameAsToldOnce() => Graphs.Sample(definition =>
        Journal(Walk(definition, times: 1, state => state)) == Journal(Walk(definition, times: 2, state => state)));

    [Fact]
    public void Walk_StateWrittenAndReadBetweenAnyTwoSteps_ChangesNothing() => Graphs.Sample(definition =>
        Text(Walk(definition, times: 1, state => state)) == Text(Walk(definition, times: 1, state => JsonSerializer.Deserialize<InstanceState>(Text(state))!)));

    [Fact]
    public void Walk_ByTokens_EndsOrSaysWhatItWaitedForInVain() => TokenGraphs.Sample(definition =>
        new Stroll(definition).ToTheEnd().State is { Status: InstanceStatus.Finished, Fault: null } or { Status: InstanceStatus.Faulted, Fault: not null });

    [Fact]
    public void Walk_ByTokens_RunsNoMergeBeforeAllThatLeadToIt() => TokenGraphs.Sample(definition =>
    {
        var order = new Stroll(definition).ToTheEnd().Completed.ToList();
        return definition.Root.Activities.Where(box => box.MergeMode is MergeMode.Merge or MergeMode.Converge && order.Contains(box.Id))
            .All(box => definition.Root.Graph.ForwardInbound(box.Id).All(arrow => order.IndexOf(arrow.Source) is var source && source >= 0 && source < order.IndexOf(box.Id)));
    });

    [Fact]
    public void Walk_ByTokensEverythingToldTwice_IsTheSameAsToldOnce() => TokenGraphs.Sample(definition =>
        Journal(Walk(definition, times: 1, state => state)) == Journal(Walk(definition, times: 2, state => state)));

    [Fact]
    public void Walk_ByTokensWrittenAndReadBetweenAnyTwoSteps_ChangesNothing() => TokenGraphs.Sample(definition =>
        Text(Walk(definition, times: 1, state => state)) == Text(Walk(definition, times: 1, state => JsonSerializer.Deserialize<InstanceState>(Text(state))!)));

    [Fact]
    public void State_WrittenAndRead_GivesTheSameText() => Graphs.Sample(definition =>
    {
        var text = Text(new Stroll(definition).Start().State);
        return Text(JsonSerializer.Deserialize<InstanceState>(text)!) == text;
    });

    private static WorkflowDefinition Draw(int[] kinds, Func<int, int, bool> isDrawn, int[]? mergeModes = null)
    {
        var drawing = new Drawing().Mode(mergeModes is null ? "CounterBased" : "TokenBased");
        for (var box = 0; box < kinds.Length; box++)
        {
            var targets = Enumerable.Range(box + 1, kinds.Length - box - 1).Where(target => isDrawn(box, target)).ToArray();
            _ = kinds[box] switch
            {
                0 => drawing.Line($"n{box}"),
                1 => drawing.Stage($"n{box}"),
                _ => drawing.Fork($"n{box}", [.. targets.Select(target => $"p{target}")]),
            };
            drawing.Arrows([.. targets.Select(target => kinds[box] == 2 ? $"n{box}:p{target}>n{target}" : $"n{box}>n{target}")]);
            if (mergeModes is not null) drawing.Merge($"n{box}", ((MergeMode)mergeModes[box]).ToString());
        }
        return drawing.Definition();
    }

    private static InstanceState Walk(WorkflowDefinition definition, int times, Func<InstanceState, InstanceState> between)
    {
        var state = Tell(definition, new InstanceState(), new WorkflowStarted(Nothing), times, between);
        while (!state.Bookmarks.IsEmpty)
            state = Tell(definition, state, new ActivityCompleted(state.Bookmarks[0].ExecutionId, "Done", Nothing), times, between);
        return state;
    }

    private static InstanceState Tell(WorkflowDefinition definition, InstanceState state, WorkflowEvent happened, int times, Func<InstanceState, InstanceState> between)
    {
        for (var time = 0; time < times; time++) state = between(WorkflowRunner.Decide(definition, state, happened).State);
        while (WorkflowRunner.CanAdvance(state)) state = between(WorkflowRunner.Advance(definition, state).State);
        return state;
    }

    private static string Journal(InstanceState state) => JsonSerializer.Serialize(state.Journal) + state.Status;

    private static string Text(InstanceState state) => JsonSerializer.Serialize(state);
}
