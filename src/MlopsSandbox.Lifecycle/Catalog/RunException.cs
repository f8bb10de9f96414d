namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>A run does not stand so that what was asked of it can be done. The message says how it stands and what was expected; nothing was changed.</summary>
public sealed class RunException(string message) : Exception(message);
