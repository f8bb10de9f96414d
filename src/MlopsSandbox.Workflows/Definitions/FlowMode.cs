namespace MlopsSandbox.Workflows.Definitions;

/// <summary>How a flowchart is walked, as Elsa names it in <c>Flowchart:ExecutionMode</c>.</summary>
internal enum FlowMode
{
    /// <summary>As whatever is around it; by counters when nothing around it says.</summary>
    Default,
    /// <summary>By tokens, with the merge mode of each activity.</summary>
    TokenBased,
    /// <summary>By counters.</summary>
    CounterBased,
}
