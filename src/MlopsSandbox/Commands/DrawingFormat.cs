namespace MlopsSandbox.Commands;

/// <summary>How a workflow is drawn.</summary>
internal enum DrawingFormat
{
    /// <summary>Text that GitHub and many editors draw.</summary>
    Mermaid,
    /// <summary>A picture.</summary>
    Svg,
}
