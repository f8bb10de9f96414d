namespace MlopsSandbox.Simulation.Drift;

/// <summary>From the drift day on, rows with one value of a categorical feature make up another share of each day's requests.</summary>
/// <param name="Feature">The feature that names the segment.</param>
/// <param name="Value">The segment.</param>
/// <param name="Share">Its share of the requests after the change, in (0, 1).</param>
public sealed record SegmentShift(string Feature, string Value, double Share);
