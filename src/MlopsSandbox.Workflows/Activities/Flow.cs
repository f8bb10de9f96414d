using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>One execution of a flowchart, while a finished box sets others in motion.</summary>
internal abstract class Flow(Walk walk, FlowScope opened)
{
    protected Walk Walk => walk;

    protected string ScopeId { get; } = opened.ExecutionId;

    protected FlowScope Scope => walk.Known(ScopeId)!;

    protected ActivityDefinition Flowchart => walk.Node(opened.NodeId);

    protected FlowGraph Graph { get; } = walk.Node(opened.NodeId).GraphFrom(opened.TriggerId);

    /// <summary>Cancels what still waits on the ways into a join.</summary>
    public static void CancelBefore(Walk walk, string scopeId, ActivityDefinition join)
    {
        var flowchart = join.Container!;
        var ancestors = flowchart.GraphFrom(walk.Known(scopeId)!.TriggerId).Ancestors(join.Id).ToHashSet();
        walk.CancelChildren(scopeId, flowchart.Activities.Where(activity => ancestors.Contains(activity.Id)).Select(activity => activity.NodeId).ToHashSet().Contains);
    }

    protected ActivityDefinition Target(Connection connection) => Graph.Box(connection.Target).Activity;
}
