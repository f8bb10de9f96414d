namespace MlopsSandbox.Web.Components;

/// <summary>A box of a flowchart: an activity with its place, and what is known of it. Lengths are in pixels.</summary>
/// <param name="Id">The activity's id.</param>
/// <param name="Title">What is written at it.</param>
/// <param name="Subtitle">Below that, smaller.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record FlowNode(string Id, string Title, string Subtitle, double X, double Y, double Width, double Height)
{
    /// <summary>True when others stand inside it.</summary>
    public bool IsContainer { get; init; }
    /// <summary>True when nothing leads to it, or nothing has.</summary>
    public bool IsIdle { get; init; }
    /// <summary>True when it starts the workflow by itself.</summary>
    public bool IsTrigger { get; init; }
    /// <summary>How it stands, with its colour and picture; null where it does not stand anyhow, as in a definition.</summary>
    public StatusLook? Look { get; init; }
    /// <summary>How it stands, in a word for those who hear it, such as <c>succeeded</c>.</summary>
    public string? Word { get; init; }
    /// <summary>What is written at its right, such as how long it took.</summary>
    public string? Note { get; init; }
    /// <summary>Where it leads; null for nowhere.</summary>
    public string? Href { get; init; }
    /// <summary>True for the one that is looked at.</summary>
    public bool IsChosen { get; init; }

    /// <summary>The ports that it can leave by, where connections can be drawn from them.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];
}
