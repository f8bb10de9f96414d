using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>The loops of a flowchart that the start leads to.</summary>
internal static class Loops
{
    public static IEnumerable<Loop> Of(ActivityDefinition flowchart)
    {
        var reach = flowchart.Activities.ToDictionary(activity => activity.Id, activity => Reach(flowchart, activity.Id));
        var told = new HashSet<string>();
        foreach (var activity in flowchart.Activities)
        {
            if (!reach[activity.Id].Contains(activity.Id) || !flowchart.Reaches(activity.Id) || told.Contains(activity.Id)) continue;
            ActivityDefinition[] members =
                [.. flowchart.Activities.Where(other => reach[activity.Id].Contains(other.Id) && reach[other.Id].Contains(activity.Id))];
            told.UnionWith(members.Select(member => member.Id));
            yield return new Loop([.. members.Select(member => member.Id)], members.Any(member => CanEndAt(flowchart, member, members)));
        }
    }

    private static HashSet<string> Reach(ActivityDefinition flowchart, string from)
    {
        var found = new HashSet<string>();
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var current))
            foreach (var next in flowchart.Graph.Outbound(current).Select(connection => connection.Target).Where(found.Add)) queue.Enqueue(next);
        return found;
    }

    private static bool CanEndAt(ActivityDefinition flowchart, ActivityDefinition member, ActivityDefinition[] members) => member.Behaviour switch
    {
        null => member.Descriptor.Outcomes?.Any(port => LeadsOut(flowchart, member, port, members)) ?? true,
        WorkflowCall or End or Finish or Fault or Container or { WaitsForPeople: true } => true,
        FlowDecision or FlowSwitch => member.Behaviour.Ports(member)!.Any(port => LeadsOut(flowchart, member, port, members)),
        _ => false,
    };

    private static bool LeadsOut(ActivityDefinition flowchart, ActivityDefinition member, string port, ActivityDefinition[] members) =>
        !flowchart.Graph.Outbound(member.Id).Any(connection => connection.SourcePort == port && members.Any(other => other.Id == connection.Target));
}
