using MlopsSandbox.Statistics;

namespace MlopsSandbox.Web.Models;

/// <summary>What is decided from a threshold on.</summary>
/// <param name="Threshold">A row is called positive when its score is at or above this; infinite where none is.</param>
/// <param name="Decisions">How often that is right and wrong.</param>
public sealed record ThresholdStep(double Threshold, ConfusionMatrix Decisions);
