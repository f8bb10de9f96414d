namespace MlopsSandbox.Simulation.Outcome;

/// <summary>A metric over the labelled requests of some days.</summary>
/// <param name="FromDay">First day of serving.</param>
/// <param name="ToDay">Last day of serving, inclusive.</param>
/// <param name="Rows">Requests whose label has arrived.</param>
/// <param name="Value">The metric of the answers that were served.</param>
/// <param name="StandardError">Of <paramref name="Value"/>.</param>
/// <param name="WithoutRetrain">The metric of the first champion on the same requests.</param>
/// <param name="Version">Model version that answered last.</param>
public sealed record QualityWindow(int FromDay, int ToDay, int Rows, double Value, double StandardError, double WithoutRetrain, int Version);
