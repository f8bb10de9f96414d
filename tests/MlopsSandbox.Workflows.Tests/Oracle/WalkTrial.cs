using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Oracle;

/// <summary>One definition walked side by side by the runner and by <see cref="NaiveWalk"/>; what waits is answered in random order, in random ways.</summary>
internal sealed class WalkTrial
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    private readonly Random _chance;
    private readonly WorkflowDefinition _definition;
    private readonly NaiveWalk _expected;
    private readonly JoinRules _joins;
    private readonly List<string> _events = [];
    private InstanceState _state = new();

    private WalkTrial(JsonNode document, WorkflowDefinition definition, int seed)
    {
        _chance = new Random(seed);
        _definition = definition;
        _expected = new NaiveWalk(document);
        _joins = new JoinRules(definition);
    }

    /// <summary>What is wrong with the walk; null when nothing is.</summary>
    public static string? Problem(JsonNode document, int seed)
    {
        var reading = DefinitionReader.Read(document.ToJsonString(), "random.json", Stages.Types);
        if (reading.Definition is not { } definition) return $"refused: {reading.Problems[0]}";
        var trial = new WalkTrial(document, definition, seed);
        return trial.Outcome() is { } problem ? $"{problem}\nafter {string.Join(", ", trial._events)}" : null;
    }

    private string? Outcome()
    {
        try { return Walk(); }
        catch (InvalidOperationException e) { return e.Message; }
    }

    private string? Walk()
    {
        _expected.Run();
        var problem = Tell(new WorkflowStarted(Nothing), "start") ?? Differences();
        while (problem is null && _state.Status == InstanceStatus.Running) problem = Answer() ?? Differences();
        return problem ?? (_state.Bookmarks.IsEmpty && _state.Scheduled.IsEmpty ? null : "it has ended, but has something left to do");
    }

    private string? Answer()
    {
        if (_state.Bookmarks.IsEmpty) return "it neither ends nor waits";
        var bookmark = _state.Bookmarks[_chance.Next(_state.Bookmarks.Count)];
        var waiting = _expected.Waiting.First(execution => execution.Name == Name(bookmark.ExecutionId));
        if (_chance.Next(100) == 0)
        {
            _expected.CancelAll();
            return Tell(new CancelRequested(), "cancel");
        }
        if (waiting.Type.StartsWith("Elsa.", StringComparison.Ordinal)) return GoOn(bookmark, waiting);
        if (_chance.Next(25) == 0)
        {
            _expected.Fault(waiting);
            return TellTwice(new ActivityFaulted(bookmark.ExecutionId, "no data"), $"{waiting.Name} faults");
        }
        string[] ports = waiting.Type == "MlopsSandbox.Evaluate" ? ["Accepted", "Rejected", "Other"] : ["Done", "Done", "Done", "Other"];
        var port = ports[_chance.Next(ports.Length)];
        _expected.Complete(waiting, port);
        return TellTwice(new ActivityCompleted(bookmark.ExecutionId, port, Nothing), $"{waiting.Name} {port}");
    }

    private string? GoOn(Bookmark bookmark, Execution waiting)
    {
        _expected.Complete(waiting, "Done");
        WorkflowEvent happened = waiting.Type switch
        {
            "Elsa.Delay" => new TimerFired(bookmark.ExecutionId, TimerPurpose.Wait),
            "Elsa.ExecuteWorkflow" => new WorkflowReturned(bookmark.ExecutionId, "other-1", InstanceStatus.Finished, Nothing),
            _ => new ActivityCompleted(bookmark.ExecutionId, "Done", Nothing),
        };
        return TellTwice(happened, $"{waiting.Name} goes on");
    }

    private string? TellTwice(WorkflowEvent happened, string text) => Tell(happened, text) ?? TellAgain(happened);

    private string? TellAgain(WorkflowEvent happened)
    {
        var again = WorkflowRunner.Decide(_definition, _state, happened);
        return Text(again.State) == Text(_state) && again.Commands.Count == 0 ? null : "an event that is told twice changes something";
    }

    private string? Tell(WorkflowEvent happened, string text)
    {
        _events.Add(text);
        var problem = Step(state => WorkflowRunner.Decide(_definition, state, happened));
        while (problem is null && WorkflowRunner.CanAdvance(_state)) problem = Step(state => WorkflowRunner.Advance(_definition, state));
        return problem;
    }

    // Taken from the state itself and from the one that was kept as text: when all single steps are the same, so are all replays from anywhere.
    private string? Step(Func<InstanceState, Decision> decide)
    {
        var before = Text(_state);
        var (decision, replayed) = (decide(_state), decide(JsonSerializer.Deserialize<InstanceState>(before)!));
        if (Text(_state) != before) return "a step changes the state that it was given";
        if (Text(decision.State) != Text(replayed.State)) return $"a step from the state as text leads elsewhere:\n{Text(decision.State)}\n{Text(replayed.State)}";
        if (Texts(decision.Commands) != Texts(replayed.Commands)) return "a step from the state as text gives other commands";
        _state = decision.State;
        return _joins.Problem(_state);
    }

    private string? Differences() =>
        Difference("journal", _expected.Journal, _state.Journal.Where(entry => entry.Outcome is not null).Select(entry => $"{Name(entry.ExecutionId)} {entry.Outcome}"))
        ?? Difference("waiting", _expected.Waiting.Select(execution => execution.Name), _state.Bookmarks.Select(bookmark => Name(bookmark.ExecutionId)))
        ?? Difference("variables", _expected.Variables.Select(variable => $"{variable.Key}={variable.Value}"),
            _expected.Variables.Keys.Select(name => $"{name}={_state.Variables[$"v-{name}"]}"))
        ?? Difference("status", [_expected.State], [_state.Status.ToString()]);

    private string? Difference(string what, IEnumerable<string> expected, IEnumerable<string> actual) => expected.SequenceEqual(actual) ? null
        : $"{what} differs\n  expected {string.Join(" | ", expected)}\n  actual   {string.Join(" | ", actual)}\n  fault    {_state.Fault}";

    private static string Name(string executionId) => executionId[(executionId.LastIndexOf(':') + 1)..];

    private static string Text(InstanceState state) => JsonSerializer.Serialize(state);

    private static string Texts(IEnumerable<WorkflowCommand> commands) => string.Join('\n', commands.Select(command => JsonSerializer.Serialize<object>(command)));
}
