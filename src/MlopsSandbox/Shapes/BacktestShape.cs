using MlopsSandbox.Simulation.Backtests;

namespace MlopsSandbox.Shapes;

/// <summary>Policies on the same real days.</summary>
internal sealed record BacktestShape(string Scenario, string Trainer, int Seed, DateOnly From, DateOnly Until, IReadOnlyList<BacktestResult> Policies)
{
    public static BacktestShape Of(BacktestSettings settings, IReadOnlyList<BacktestResult> policies) =>
        new(settings.Scenario.Name, settings.Trainer, settings.Seed, settings.From, settings.Until, policies);
}
