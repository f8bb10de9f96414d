using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>An activity that contains others and decides which of them is due.</summary>
internal abstract class Container : BuiltInActivity
{
    /// <summary>True when it declares variables, and keeps those that scripts and loops make inside it.</summary>
    public virtual bool DeclaresVariables => false;

    /// <summary>The properties that hold an activity.</summary>
    public abstract IReadOnlyList<string> Slots { get; }

    /// <summary>The activities inside, each with its path below this one.</summary>
    public virtual IEnumerable<(string Slot, JsonElement Activity)> Inside(JsonElement json) =>
        Slots.SelectMany(slot => json.EnumerateObject()
            .Where(property => string.Equals(property.Name, slot, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind != JsonValueKind.Null)
            .Select(property => (slot, property.Value)));

    /// <summary>A child is done and left by these ports.</summary>
    public abstract void ChildLeft(Walk walk, FlowScope scope, ActivityDefinition child, Leaves leaves, bool isBackward);

    /// <summary>A child that waited was cancelled. Only a container that is itself cancelled cancels its children, so most have nothing to do.</summary>
    public virtual void ChildCancelled(Walk walk, FlowScope scope, ActivityDefinition child)
    {
    }

    /// <summary>An activity inside asks to break out of the nearest loop.</summary>
    /// <returns>True when this is that loop.</returns>
    public virtual bool BreakOut(Walk walk, FlowScope scope) => false;
}
