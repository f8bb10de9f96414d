using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Schedules;

/// <summary>The triggers of a definition: activities such as <c>Elsa.Cron</c> and <c>Elsa.Event</c> that are marked <c>canStartWorkflow</c>.</summary>
public sealed class WorkflowTriggers
{
    private readonly List<WorkflowTrigger> _all = [];
    private readonly List<string> _problems = [];

    /// <summary>Reads them; their inputs are evaluated with the variables as a run begins with them.</summary>
    public WorkflowTriggers(WorkflowDefinition definition)
    {
        var walk = new Walk(definition, new InstanceState());
        walk.Start(new WorkflowStarted(new Dictionary<string, System.Text.Json.JsonElement>()));
        foreach (var activity in definition.Activities.Where(activity => activity is { CanStartWorkflow: true, Behaviour.IsTrigger: true })) Add(walk, activity);
    }

    /// <summary>In document order.</summary>
    public IReadOnlyList<WorkflowTrigger> All => _all;

    /// <summary>Why others never start a run, for people.</summary>
    public IReadOnlyList<string> Problems => _problems;

    private void Add(Walk walk, ActivityDefinition activity)
    {
        try
        {
            var due = new ScheduledActivity(activity.NodeId, $"{activity.NodeId}#0", 0, Owner: null, IsBackward: false);
            _all.Add(activity.Behaviour!.TriggerOf(new ActivityExecution(walk, activity, due)));
        }
        catch (Exception e) when (e is ExpressionException or FaultException)
        {
            _problems.Add($"workflow '{walk.Definition.DefinitionId}': activity '{activity.Id}' ({activity.Type}) starts no run: {e.Message}");
        }
    }
}
