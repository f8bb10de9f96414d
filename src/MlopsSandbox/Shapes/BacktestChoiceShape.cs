using MlopsSandbox.Simulation.Backtests;

namespace MlopsSandbox.Shapes;

/// <summary>What a walk through the history chose, the chosen one of each list first.</summary>
internal sealed record BacktestChoiceShape(string Scenario, int Seed, DateOnly From, DateOnly Until, IReadOnlyList<FitShape> Fits, IReadOnlyList<DetectorShape> Detectors)
{
    public static BacktestChoiceShape Of(BacktestSettings history, IReadOnlyList<TriedFit> fits, IReadOnlyList<TriedDetector> detectors) => new(
        history.Scenario.Name, history.Seed, history.From, history.Until,
        [.. fits.Select(tried => new FitShape(tried.Settings.Trainer, tried.Settings.LearnDays, tried.Result.Mae, tried.Result.Trainings))],
        [.. detectors.Select(tried => new DetectorShape(tried.Test.ToString().ToLowerInvariant(), tried.Level, tried.WindowDays, tried.CooldownDays, tried.Result.Mae, tried.Result.Trainings))]);
}

/// <summary>A trainer and how many days it learned from, null for all, under a yearly retrain.</summary>
internal sealed record FitShape(string Trainer, int? LearnDays, double Mae, int Trainings);

/// <summary>A detector: its test, its level in each check, the days of its window, and the policy's cooldown.</summary>
internal sealed record DetectorShape(string Test, double Level, int WindowDays, int CooldownDays, double Mae, int Trainings);
