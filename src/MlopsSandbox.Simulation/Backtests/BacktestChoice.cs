using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Train;

namespace MlopsSandbox.Simulation.Backtests;

/// <summary>
/// Chooses a backtest's settings on the history alone, by walking forward through it: first trainer and how far back to learn, under a retrain each year,
/// which no detector has a part in; then, with these, the detector and the policy's cooldown. What comes after the history is never looked at.
/// </summary>
public static class BacktestChoice
{
    /// <summary>Share of error above the yearly retrain's that a detector may have.</summary>
    public const double Tolerance = 0.01;
    private const int YearOfChecks = 12;
    private static readonly int?[] LearnDays = [730, 1095, null];
    private static readonly double[] Levels = [0.05, 0.01, 0.001];
    private static readonly int[] WindowDays = [28, 56, 91];
    private static readonly int[] CooldownDays = [0, 91, 182, 364, 546, 728];

    /// <summary>Trainer and data by the least error of a yearly retrain.</summary>
    public static IReadOnlyList<TriedFit> Fits(Backtest backtest, BacktestSettings history) =>
    [
        .. Trainers.Names.SelectMany(_ => LearnDays, (trainer, days) => history with { Trainer = trainer, LearnDays = days })
            .Select(settings => new TriedFit(settings, backtest.Run(settings, BacktestPolicy.Every("yearly", YearOfChecks))))
            .OrderBy(tried => tried.Result.Mae),
    ];

    /// <summary>Detectors, the chosen one first: of those whose error is at most <see cref="Tolerance"/> above the yearly retrain's the one with the fewest trainings, of equals the least error.</summary>
    public static IReadOnlyList<TriedDetector> Detectors(Backtest backtest, TriedFit yearly)
    {
        BacktestSettings history = yearly.Settings;
        TriedDetector[] tried =
        [
            .. from test in new[] { QualityTest.Mae, QualityTest.Bias }
               from level in Levels
               from days in WindowDays
               from cooldown in CooldownDays
               select Try(backtest, history, test, level, days, cooldown),
        ];
        double enough = yearly.Result.Mae * (1 + Tolerance);
        return [.. tried.OrderByDescending(one => one.Result.Mae <= enough).ThenBy(one => one.Result.Mae <= enough ? one.Result.Trainings : 0).ThenBy(one => one.Result.Mae)];
    }

    private static TriedDetector Try(Backtest backtest, BacktestSettings history, QualityTest test, double level, int days, int cooldown)
    {
        // Half of a check's budget is the drift tests'.
        MonitorSettings monitor = new(2 * level * YearOfChecks, YearOfChecks, days) { Watches = [WatchedPart.Quality], Quality = test };
        RetrainPolicy policy = history.Scenario.Retrain.Policy;
        RetrainSettings retrain = history.Scenario.Retrain with { Policy = policy with { Guardrails = policy.Guardrails with { CooldownDays = cooldown } } };
        Scenario scenario = history.Scenario with { Monitor = monitor, Retrain = retrain };
        return new TriedDetector(test, level, days, cooldown, backtest.Run(history with { Scenario = scenario }, BacktestPolicy.OnDrift(retrain)));
    }
}

/// <summary>A trainer with the days that it learned from, under a yearly retrain.</summary>
public sealed record TriedFit(BacktestSettings Settings, BacktestResult Result);

/// <summary>A detector that was tried.</summary>
/// <param name="Test">How the quality is tested.</param>
/// <param name="Level">Probability of a false alarm in each check.</param>
/// <param name="WindowDays">Days of labels in a window.</param>
/// <param name="CooldownDays">Days from one training to the next at least.</param>
/// <param name="Result">How it fared.</param>
public sealed record TriedDetector(QualityTest Test, double Level, int WindowDays, int CooldownDays, BacktestResult Result);
