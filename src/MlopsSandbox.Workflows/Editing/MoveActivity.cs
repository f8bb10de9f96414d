using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>Moves an activity in its flowchart, to the nearest place where it covers no other; places that were found automatically are written down with it.</summary>
/// <param name="Id">The activity.</param>
/// <param name="Right">Pixels to the right; negative to the left.</param>
/// <param name="Down">Pixels down; negative up.</param>
public sealed record MoveActivity(string Id, double Right, double Down) : DefinitionEdit
{
    /// <summary>True for a small step of many; where there is no room it goes on in its direction.</summary>
    public bool IsStep { get; init; }

    /// <inheritdoc/>
    public override string Title => $"Move '{Id}'";

    internal override string Write(DefinitionDraft draft)
    {
        ActivityDefinition activity = draft.Activity(Id);
        if (activity.Container?.Behaviour is not Flowchart)
            throw new EditException($"activity '{Id}' stands {(activity.Container is null ? "at the root" : $"in '{activity.Container.Id}', which gives it its place")}; expected one of a flowchart. Move one of those.");
        DefinitionDraft placed = draft.With(new PlaceActivities());
        FlowPlaces places = FlowPlaces.Of(placed.Sketch, activity.Container.Id);
        TextPatch patch = placed.Patch();
        FlowPlaces.Write(patch, placed.Activity(Id).Path, places.Free(Id, Right, Down, IsStep));
        return patch.Apply();
    }
}
