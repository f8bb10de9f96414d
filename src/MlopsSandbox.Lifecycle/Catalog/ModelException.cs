namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>A model group or version is not there, or has nothing to go back to. The message says what is there and what to do.</summary>
public sealed class ModelException(string message) : Exception(message);
