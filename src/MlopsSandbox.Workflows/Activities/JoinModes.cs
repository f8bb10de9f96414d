using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>When a box with several arrows into it is due.</summary>
internal static class JoinModes
{
    /// <summary>When all its forward arrows were followed.</summary>
    public const string WaitAll = nameof(WaitAll);
    /// <summary>When all were decided on and at least one was followed: every box that is no join.</summary>
    public const string WaitAllActive = nameof(WaitAllActive);
    /// <summary>When the first is followed; what still waits before it is cancelled.</summary>
    public const string WaitAny = nameof(WaitAny);

    /// <summary>In the order of their numbers.</summary>
    public static readonly IReadOnlyList<string> All = [WaitAll, WaitAllActive, WaitAny];

    public static string Of(Walk walk, ActivityDefinition box, string scopeId) => box.Behaviour is FlowJoin
        ? new ActivityExecution(walk, box, new ScheduledActivity(box.NodeId, box.NodeId, 0, scopeId, IsBackward: false)).Choice("mode")
        : WaitAllActive;
}
