namespace MlopsSandbox.Lifecycle.Train;

/// <summary>The machine lacks a native library; the message says what to install.</summary>
public sealed class NativeLibraryException(string message) : Exception(message);
