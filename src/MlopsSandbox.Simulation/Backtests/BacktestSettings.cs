using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Simulation.Backtests;

/// <summary>What a backtest replays.</summary>
public sealed record BacktestSettings
{
    /// <summary>The scenario; its rows have days, and its monitor and retrain settings are those that are tried.</summary>
    public required Scenario Scenario { get; init; }
    /// <summary>The trainer of every fit.</summary>
    public required string Trainer { get; init; }
    /// <summary>Seed of every fit.</summary>
    public required int Seed { get; init; }
    /// <summary>The first day that the first model answers; it learned from the labels that were known then.</summary>
    public required DateOnly From { get; init; }
    /// <summary>The day after the last.</summary>
    public required DateOnly Until { get; init; }
    /// <summary>Days that a fit learns from, the newest; null for all.</summary>
    public int? LearnDays { get; init; }
}
