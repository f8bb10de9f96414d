namespace MlopsSandbox.Web.Components;

/// <summary>An arrow of a flowchart.</summary>
/// <param name="From">Id of the box that it leaves.</param>
/// <param name="To">Id of the box that it enters.</param>
/// <param name="Port">The port that it leaves by.</param>
/// <param name="Path">Its way, as an SVG element <c>path</c> has it.</param>
/// <param name="StartX">Where it begins.</param>
/// <param name="StartY">Where it begins.</param>
public sealed record FlowEdge(string From, string To, string Port, string Path, double StartX, double StartY)
{
    /// <summary>What is written at its begin; empty for nothing.</summary>
    public string Label { get; init; } = "";
    /// <summary>True when a run went this way, false when it did not; null where nothing has gone anywhere, as in a definition.</summary>
    public bool? IsTaken { get; init; }

    /// <summary>The word of its style.</summary>
    public string Tone => IsTaken switch { true => "taken", false => "untaken", null => "" };
}
