namespace MlopsSandbox.Commands;

/// <summary>What was named is not there.</summary>
/// <param name="message">Where, what was named, what is there, what to do.</param>
internal sealed class MissingException(string message) : RefusalException(message);
