using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Oracle;

/// <summary>
/// When an activity of a flowchart may start, said of a state alone and of no rule by which a walk gets there: which activities were ever made due
/// against which arrows were ever followed.
/// </summary>
internal sealed class JoinRules(WorkflowDefinition definition)
{
    private readonly (ActivityDefinition Flowchart, ActivityDefinition Activity)[] _boxes =
        [.. definition.Activities.Where(activity => activity.Type == "Elsa.Flowchart").SelectMany(flowchart => flowchart.Activities.Select(box => (flowchart, box)))];

    /// <summary>The first activity that was due too early; null when there is none.</summary>
    public string? Problem(InstanceState state)
    {
        var followed = Followed(state);
        return _boxes.Select(box => Problem(state, followed, box.Flowchart, box.Activity) ?? Hurry(state, box.Flowchart, box.Activity))
            .FirstOrDefault(problem => problem is not null);
    }

    private static string? Problem(InstanceState state, HashSet<(string, string)> followed, ActivityDefinition flowchart, ActivityDefinition activity)
    {
        if (!state.Visits.ContainsKey(activity.NodeId) || activity == flowchart.Graph.Start) return null;
        bool IsFollowed(Connection arrow) => followed.Contains((arrow.Source, arrow.SourcePort!));
        var into = flowchart.Connections.Where(arrow => arrow.Target == activity.Id).ToLookup(flowchart.Graph.IsForward);
        var mayStart = into[false].Any(IsFollowed) || (Mode(activity) == "WaitAll" ? into[true].All(IsFollowed) : into[true].Any(IsFollowed));
        return mayStart ? null : $"{activity.Id} was made due before the arrows into it let it";
    }

    // Without loops and races: as long as an activity is due, none of those with an arrow into it is due, runs or waits.
    private static string? Hurry(InstanceState state, ActivityDefinition flowchart, ActivityDefinition activity)
    {
        if (state.Scheduled.Find(due => due.NodeId == activity.NodeId) is not { } due) return null;
        if (flowchart.Activities.Any(box => Mode(box) == "WaitAny") || !flowchart.Connections.All(flowchart.Graph.IsForward)) return null;
        var sources = flowchart.Connections.Where(arrow => arrow.Target == activity.Id).Select(arrow => $"{flowchart.NodeId}:{arrow.Source}").ToHashSet();
        var open = state.Scheduled.Select(other => (other.Owner, other.NodeId))
            .Concat(state.Bookmarks.Select(bookmark => (bookmark.Owner, bookmark.NodeId)))
            .Concat(state.Scopes.Where(scope => !scope.IsClosed).Select(scope => (scope.Owner, scope.NodeId)));
        return open.Any(one => one.Owner == due.Owner && sources.Contains(one.NodeId)) ? $"{activity.Id} is due while an activity with an arrow into it is not done" : null;
    }

    private static string? Mode(ActivityDefinition activity) => activity.Type == "Elsa.FlowJoin" ? activity.Inputs["mode"].Expression.Text : null;

    private static HashSet<(string, string)> Followed(InstanceState state) => [.. state.Journal.Where(entry => entry.Outcome is not null)
        .SelectMany(entry => entry.Outcome!.Split(", ").Select(port => (entry.ActivityId, port)))];
}
