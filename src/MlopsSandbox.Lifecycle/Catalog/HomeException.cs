namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The home folder cannot be used: it cannot be written, or another version of the program made it. The message is one line for people.</summary>
public sealed class HomeException(string message, Exception? cause = null) : Exception(message, cause);
