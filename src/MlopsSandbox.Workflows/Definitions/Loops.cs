using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>The loops of a flowchart that the start leads to: its strongly connected components.</summary>
internal static class Loops
{
    public static IEnumerable<Loop> Of(ActivityDefinition flowchart)
    {
        var component = Components(flowchart);
        foreach (var members in flowchart.Activities.GroupBy(activity => component[activity.Id]))
        {
            var ids = members.Select(member => member.Id).ToHashSet();
            if (ids.Count == 1 && !LeadsToItself(flowchart, ids.First()) || !flowchart.Reaches(ids.First())) continue;
            yield return new Loop([.. members.Select(member => member.Id)], members.Any(member => CanEndAt(flowchart, member, ids)));
        }
    }

    private static bool LeadsToItself(ActivityDefinition flowchart, string id) => flowchart.Graph.Outbound(id).Any(connection => connection.Target == id);

    // After Kosaraju and Sharir (1981): in the reverse of the order in which a walk by depth leaves the activities, what leads to one that is left and has no component yet is of its component.
    private static Dictionary<string, string> Components(ActivityDefinition flowchart)
    {
        var inbound = flowchart.Connections.ToLookup(connection => connection.Target, connection => connection.Source, StringComparer.Ordinal);
        var component = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var first in LeavingOrder(flowchart).AsEnumerable().Reverse())
        {
            if (!component.TryAdd(first, first)) continue;
            var queue = new Queue<string>([first]);
            while (queue.TryDequeue(out var current))
                foreach (var source in inbound[current].Where(source => component.TryAdd(source, first))) queue.Enqueue(source);
        }
        return component;
    }

    private static List<string> LeavingOrder(ActivityDefinition flowchart)
    {
        var (seen, left, stack) = (new HashSet<string>(), new List<string>(), new Stack<(string Id, IEnumerator<Connection> Next)>());
        foreach (var start in flowchart.Activities.Select(activity => activity.Id))
        {
            Enter(start);
            while (stack.TryPeek(out var top))
            {
                if (top.Next.MoveNext()) Enter(top.Next.Current.Target);
                else left.Add(stack.Pop().Id);
            }
        }
        return left;

        void Enter(string id)
        {
            if (seen.Add(id)) stack.Push((id, flowchart.Graph.Outbound(id).GetEnumerator()));
        }
    }

    private static bool CanEndAt(ActivityDefinition flowchart, ActivityDefinition member, HashSet<string> members) => member.Behaviour switch
    {
        null => member.Descriptor.Outcomes?.Any(port => LeadsOut(flowchart, member, port, members)) ?? true,
        WorkflowCall or End or Finish or Fault or Container or { WaitsForPeople: true } => true,
        FlowDecision or FlowSwitch => member.Behaviour.Ports(member)!.Any(port => LeadsOut(flowchart, member, port, members)),
        _ => false,
    };

    private static bool LeadsOut(ActivityDefinition flowchart, ActivityDefinition member, string port, HashSet<string> members) =>
        !flowchart.Graph.Outbound(member.Id).Any(connection => connection.SourcePort == port && members.Contains(connection.Target));
}
