namespace MlopsSandbox.Workflows.Activities;

/// <summary>An activity ends in a fault. Caught by the walk, which faults the instance.</summary>
internal sealed class FaultException(string message) : Exception(message);
