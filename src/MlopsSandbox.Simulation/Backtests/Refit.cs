using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Monitor;

namespace MlopsSandbox.Simulation.Backtests;

/// <summary>A fitted model, its baseline, and its answers to all rows.</summary>
/// <param name="Model">The model.</param>
/// <param name="Baseline">What its monitor compares against.</param>
/// <param name="Scores">Its answer to each row of the table.</param>
internal sealed record Refit(ModelPackage Model, Baseline Baseline, double[] Scores);
