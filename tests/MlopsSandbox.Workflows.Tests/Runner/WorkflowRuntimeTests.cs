using System.Text.Json;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Runner;

public sealed class WorkflowRuntimeTests
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    [Fact]
    public void Tell_AnotherWriterIsFirst_DecidesAgainOnTheNewState()
    {
        var definition = new Drawing().Fork("fork", "a", "b").Stage("a").Stage("b").Join("join", "WaitAll").Line("end")
            .Arrows("fork:a>a", "fork:b>b", "a>join", "b>join", "join>end").Definition();
        var walk = new Stroll(definition).Start();
        var racing = new RacingStore(walk.Store, () => walk.Tell(new ActivityCompleted("Workflow1:f:b#0", "Done", Nothing)));

        new WorkflowRuntime(racing, _ => definition).Tell(Stroll.Id, new ActivityCompleted("Workflow1:f:a#0", "Done", Nothing));

        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
        Assert.Equal(1, racing.Conflicts);
    }

    [Fact]
    public void Tell_UnknownInstance_IsRefused() =>
        Assert.Throws<KeyNotFoundException>(() => new WorkflowRuntime(new InMemoryInstanceStore(), _ => new Drawing().Definition()).Tell("run-0001", new CancelRequested()));

    [Fact]
    public void Resume_ProcessDiedBetweenTwoSteps_GoesOnToTheEnd()
    {
        var definition = new Drawing().Line("a").Line("b").Arrows("a>b").Definition();
        var store = new InMemoryInstanceStore();
        store.Create(Stroll.Id, definition.ContentHash);
        var started = WorkflowRunner.Decide(definition, store.Load(Stroll.Id)!.State, new WorkflowStarted(Nothing));
        store.Save(Stroll.Id, started.State, 0, started.Commands);

        var ended = new WorkflowRuntime(store, _ => definition).Resume(Stroll.Id);

        Assert.Equal(InstanceStatus.Finished, ended.Status);
        Assert.Equal(["a", "b"], ended.Journal.Select(entry => entry.Text));
    }

    [Fact]
    public void Resume_NothingDue_SavesNothing()
    {
        var walk = new Drawing().Stage("a").Walk().Start();
        var before = walk.Store.Load(Stroll.Id)!.Version;

        walk.Runtime.Resume(Stroll.Id);

        Assert.Equal(before, walk.Store.Load(Stroll.Id)!.Version);
    }

    /// <summary>Lets another writer in between the first load and the first save.</summary>
    private sealed class RacingStore(InMemoryInstanceStore store, Action other) : IInstanceStore
    {
        private bool _hasRaced;

        public int Conflicts { get; private set; }

        public StoredInstance? Load(string instanceId) => store.Load(instanceId);

        public bool Save(string instanceId, InstanceState state, long expectedVersion, IReadOnlyList<WorkflowCommand> commands)
        {
            if (!_hasRaced)
            {
                _hasRaced = true;
                other();
            }
            var isSaved = store.Save(instanceId, state, expectedVersion, commands);
            if (!isSaved) Conflicts++;
            return isSaved;
        }
    }
}
