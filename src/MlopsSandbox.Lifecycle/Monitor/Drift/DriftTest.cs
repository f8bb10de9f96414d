namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>A test that a check is about to make.</summary>
/// <param name="Name">The feature's name; <c>prediction</c> or <c>quality</c> for the others.</param>
/// <param name="Run">Makes it; pure.</param>
public sealed record DriftTest(string Name, Func<DriftMeasure> Run);
