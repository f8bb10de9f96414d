namespace MlopsSandbox.Benchmarks.Circuits;

/// <summary>A circuit that did not come to life, or died: a measurement with it would tell of nothing.</summary>
internal sealed class CircuitException(string message) : Exception(message);
