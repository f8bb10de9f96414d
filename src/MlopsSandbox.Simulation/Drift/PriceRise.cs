namespace MlopsSandbox.Simulation.Drift;

/// <summary>A numeric feature is multiplied from the drift day on; labels stay as they are.</summary>
/// <param name="Feature">The price.</param>
/// <param name="Factor">Above 0 and not 1; 1.25 is a rise by a quarter.</param>
public sealed record PriceRise(string Feature, double Factor);
