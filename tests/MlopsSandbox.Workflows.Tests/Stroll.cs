using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests;

/// <summary>A whole walk with the real runtime; each external activity is completed, in the order in which they were started, once nothing else is due.</summary>
internal sealed class Stroll
{
    public const string Id = "walk-0001";

    private readonly Dictionary<string, string> _outcomes = [];
    private readonly Dictionary<string, IReadOnlyDictionary<string, JsonElement>> _outputs = [];

    public Stroll(WorkflowDefinition definition)
    {
        Definition = definition;
        Store.Create(Id, definition.ContentHash);
        Runtime = new WorkflowRuntime(Store, hash => hash == definition.ContentHash ? definition : throw new ArgumentException(hash));
    }

    public WorkflowDefinition Definition { get; }

    public InMemoryInstanceStore Store { get; } = new();

    public WorkflowRuntime Runtime { get; }

    public List<WorkflowCommand> Commands { get; } = [];

    public InstanceState State => Store.Load(Id)!.State;

    public IEnumerable<string> Lines => Commands.OfType<WriteLine>().Select(line => line.Text);

    public IEnumerable<string> Completed => State.Journal.Where(entry => entry.Outcome is not null).Select(entry => entry.ActivityId);

    /// <summary>The activity will leave by that port.</summary>
    public Stroll Leaving(string activityId, string outcome, IReadOnlyDictionary<string, JsonElement>? outputs = null)
    {
        _outcomes[activityId] = outcome;
        if (outputs is not null) _outputs[activityId] = outputs;
        return this;
    }

    /// <summary>Starts the instance and answers every external activity until the walk ends.</summary>
    public Stroll ToTheEnd(IReadOnlyDictionary<string, JsonElement>? inputs = null)
    {
        Start(inputs);
        while (NextUnanswered() is { } command) Answer(command);
        return this;
    }

    /// <summary>Starts the instance and stops where it first waits.</summary>
    public Stroll Start(IReadOnlyDictionary<string, JsonElement>? inputs = null) => Tell(new WorkflowStarted(inputs ?? new Dictionary<string, JsonElement>()));

    public Stroll Tell(WorkflowEvent happened)
    {
        Runtime.Tell(Id, happened);
        while (Store.TakeCommand() is { } taken) Commands.Add(taken.Command);
        return this;
    }

    private WorkflowCommand? NextUnanswered() =>
        State.Bookmarks.IsEmpty ? null : Commands.First(command => command.ExecutionId == State.Bookmarks[0].ExecutionId);

    private void Answer(WorkflowCommand command)
    {
        var activity = Definition.FindNode(State.Bookmarks[0].NodeId)!.Id;
        Tell(new ActivityCompleted(command.ExecutionId, _outcomes.GetValueOrDefault(activity, "Done"), _outputs.GetValueOrDefault(activity, new Dictionary<string, JsonElement>())));
    }
}
