using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Drawings;

/// <summary>An activity with its place in a drawing, in pixels from the drawing's upper left corner.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record DrawnActivity(ActivityDefinition Activity, double X, double Y, double Width, double Height)
{
    /// <summary>What is written at it: the text that Elsa Studio shows, else its name; at most 36 characters.</summary>
    public required string Title { get; init; }
    /// <summary>Its type, with its place in a container that is no flowchart.</summary>
    public required string Subtitle { get; init; }
    /// <summary>Containers around it, the outermost not counted.</summary>
    public required int Depth { get; init; }
    /// <summary>True when others stand inside it.</summary>
    public required bool IsContainer { get; init; }
    /// <summary>True when the start of its flowchart doesn't lead to it.</summary>
    public required bool IsUnreachable { get; init; }
}
