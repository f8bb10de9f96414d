using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>Writes down where the automatic layout draws the activities of flowcharts that no designer has placed, so that they stay there.</summary>
public sealed record PlaceActivities : DefinitionEdit
{
    /// <inheritdoc/>
    public override string Title => "Write down all places";

    internal override string Write(DefinitionDraft draft)
    {
        TextPatch patch = draft.Patch();
        foreach (var flowchart in draft.Sketch.Activities.Where(activity => activity is { Behaviour: Flowchart, Activities.Count: > 0 }))
        {
            FlowPlaces places = FlowPlaces.Of(draft.Sketch, flowchart.Id);
            if (places.IsByDesigner) continue;
            foreach (var activity in flowchart.Activities) FlowPlaces.Write(patch, activity.Path, places.At(activity.Id));
        }
        return patch.Apply();
    }
}
