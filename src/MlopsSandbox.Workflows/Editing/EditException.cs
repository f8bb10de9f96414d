namespace MlopsSandbox.Workflows.Editing;

/// <summary>An edit that can't be made; nothing was changed. The message says what was found, what was expected and what to do.</summary>
public sealed class EditException(string message) : Exception(message);
