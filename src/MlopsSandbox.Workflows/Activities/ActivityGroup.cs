using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>A container with a list of activities and variables of its own.</summary>
internal abstract class ActivityGroup : Container
{
    public sealed override bool DeclaresVariables => true;

    public sealed override IReadOnlyList<string> Slots => ["activities"];

    public sealed override IEnumerable<(string Slot, JsonElement Activity)> Inside(JsonElement json) =>
        json.GetItems("activities").Select((activity, index) => ($"activities[{index}]", activity));
}
