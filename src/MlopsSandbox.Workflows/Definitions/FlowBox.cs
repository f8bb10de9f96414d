namespace MlopsSandbox.Workflows.Definitions;

/// <summary>An activity of a flowchart with the arrows at it, in document order.</summary>
/// <param name="activity">The activity.</param>
/// <param name="position">Its place among the flowchart's activities, from 0.</param>
internal sealed class FlowBox(ActivityDefinition activity, int position)
{
    public ActivityDefinition Activity => activity;
    public int Position => position;
    public List<FlowArrow> Outbound { get; } = [];
    public List<FlowArrow> ForwardInbound { get; } = [];
}

/// <summary>An arrow of a flowchart.</summary>
/// <param name="Connection">As drawn.</param>
/// <param name="Position">Its place among the flowchart's connections, from 0.</param>
/// <param name="Target">The box it leads to.</param>
/// <param name="IsForward">False when it leads back.</param>
internal sealed record FlowArrow(Connection Connection, int Position, FlowBox Target, bool IsForward);
