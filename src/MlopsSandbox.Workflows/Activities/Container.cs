using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>An activity that contains others and decides which of them is due.</summary>
internal abstract class Container : BuiltInActivity
{
    /// <summary>A child is done and left by these ports.</summary>
    public abstract void ChildLeft(Walk walk, FlowScope scope, ActivityDefinition child, Leaves leaves, bool isBackward);

    /// <summary>A child that waited was cancelled.</summary>
    public abstract void ChildCancelled(Walk walk, FlowScope scope, ActivityDefinition child);
}
