namespace MlopsSandbox.Simulation.Stories;

/// <summary>A story cannot be driven now. Its message is for people; nothing has been changed.</summary>
public sealed class StoryException(string message) : Exception(message);
