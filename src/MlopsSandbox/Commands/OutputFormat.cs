namespace MlopsSandbox.Commands;

/// <summary>How a command answers.</summary>
internal enum OutputFormat
{
    /// <summary>Text for people.</summary>
    Text,
    /// <summary>One JSON document.</summary>
    Json,
}
