namespace MlopsSandbox.Workflows.Definitions;

/// <summary>
/// The arrows of one flowchart, told apart into forward ones and ones that lead back, as Elsa does: a walk by breadth from the start
/// takes each arrow as forward unless forward arrows already lead from its target to its source.
/// </summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<string, List<Connection>> _outbound = [];
    private readonly Dictionary<string, List<Connection>> _forwardInbound = [];
    private readonly Dictionary<string, List<string>> _forwardTargets = [];
    private readonly HashSet<Connection> _forward = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, FlowBox> _boxes;

    /// <param name="flowchart">The flowchart.</param>
    /// <param name="start">What a walk starts with; null for the start that is drawn.</param>
    public FlowGraph(ActivityDefinition flowchart, ActivityDefinition? start = null)
    {
        Start = start ?? StartOf(flowchart);
        foreach (var connection in flowchart.Connections) Add(_outbound, connection.Source, connection);
        if (Start is not null) FindForward(Start.Id);
        _boxes = flowchart.Activities.Select((activity, i) => new FlowBox(activity, i)).ToDictionary(box => box.Activity.Id, StringComparer.Ordinal);
        foreach (var (connection, i) in flowchart.Connections.Select((connection, i) => (connection, i))) AddArrow(connection, i);
        ArrowCount = flowchart.Connections.Count;
    }

    /// <summary>How many arrows the flowchart has.</summary>
    public int ArrowCount { get; }

    /// <summary>How many boxes it has.</summary>
    public int BoxCount => _boxes.Count;

    /// <summary>The activity with its arrows.</summary>
    public FlowBox Box(string activityId) => _boxes[activityId];

    /// <summary>The activity that the flowchart starts with; null when it is empty.</summary>
    public ActivityDefinition? Start { get; }

    public IReadOnlyList<Connection> Outbound(string activityId) => _outbound.GetValueOrDefault(activityId) ?? [];

    public IReadOnlyList<Connection> ForwardInbound(string activityId) => _forwardInbound.GetValueOrDefault(activityId) ?? [];

    public bool IsForward(Connection connection) => _forward.Contains(connection);

    /// <summary>True when the start leads there over forward arrows.</summary>
    public bool IsReachable(string activityId) => activityId == Start?.Id || _forwardInbound.ContainsKey(activityId);

    /// <summary>Every activity before this one on forward arrows, nearest first.</summary>
    public IReadOnlyList<string> Ancestors(string activityId)
    {
        var found = new List<string>();
        var queue = new Queue<string>([activityId]);
        while (queue.TryDequeue(out var current))
        {
            foreach (var source in ForwardInbound(current).Select(connection => connection.Source).Where(source => !found.Contains(source)))
            {
                found.Add(source);
                queue.Enqueue(source);
            }
        }
        return found;
    }

    /// <summary>True when every forward way from the start to the arrow's source passes its target, as Elsa wants of an arrow that leads back.</summary>
    public bool IsValidBackward(Connection connection)
    {
        var seen = new HashSet<string> { connection.Target };
        var stack = new Stack<string>([connection.Source]);
        while (stack.TryPop(out var current))
        {
            if (!seen.Add(current)) continue;
            if (current == Start?.Id) return false;
            foreach (var inbound in ForwardInbound(current)) stack.Push(inbound.Source);
        }
        return true;
    }

    private void FindForward(string start)
    {
        var (edges, known) = (new List<(string Source, string Target)>(), new HashSet<(string, string)>());
        var visited = new HashSet<string>();
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var source))
        {
            visited.Add(source);
            foreach (var target in Outbound(source).Select(connection => connection.Target))
            {
                if (known.Contains((source, target)) || Leads(target, source)) continue;
                known.Add((source, target));
                edges.Add((source, target));
                Add(_forwardTargets, source, target);
                if (!visited.Contains(target)) queue.Enqueue(target);
            }
        }
        foreach (var connection in edges.SelectMany(edge => Outbound(edge.Source).Where(connection => connection.Target == edge.Target)))
            if (_forward.Add(connection)) Add(_forwardInbound, connection.Target, connection);
    }

    private bool Leads(string from, string to)
    {
        var seen = new HashSet<string>();
        var stack = new Stack<string>([from]);
        while (stack.TryPop(out var current))
        {
            if (current == to) return true;
            if (!seen.Add(current)) continue;
            foreach (var next in _forwardTargets.GetValueOrDefault(current) ?? []) stack.Push(next);
        }
        return false;
    }

    private void AddArrow(Connection connection, int position)
    {
        if (!_boxes.TryGetValue(connection.Source, out var source) || !_boxes.TryGetValue(connection.Target, out var target)) return;
        var arrow = new FlowArrow(connection, position, target, IsForward(connection));
        source.Outbound.Add(arrow);
        if (arrow.IsForward) target.ForwardInbound.Add(arrow);
    }

    private static ActivityDefinition? StartOf(ActivityDefinition flowchart) =>
        flowchart.Activities.FirstOrDefault(activity => activity.Type == "Elsa.Start")
        ?? flowchart.Activities.FirstOrDefault(activity => activity.CanStartWorkflow)
        ?? flowchart.Activities.FirstOrDefault(activity => flowchart.Connections.All(connection => connection.Target != activity.Id))
        ?? (flowchart.Activities.Count > 0 ? flowchart.Activities[0] : null);

    private static void Add<T>(Dictionary<string, List<T>> map, string key, T value)
    {
        if (map.TryGetValue(key, out var list)) list.Add(value);
        else map.Add(key, [value]);
    }
}
