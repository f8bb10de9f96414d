using MlopsSandbox.Shapes;
using MlopsSandbox.Simulation.Backtests;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>Draws what <c>backtest</c> found.</summary>
internal static class BacktestPages
{
    private const int Shown = 8;

    public static void Draw(IAnsiConsole console, BacktestShape answer)
    {
        console.WriteLine(FormattableString.Invariant($"{answer.Scenario}, {answer.Trainer}, {answer.From:yyyy-MM-dd} to {answer.Until.AddDays(-1):yyyy-MM-dd}: mean absolute error by year, and trainings after the first in brackets."));
        string[] policies = [.. answer.Policies.Select(policy => $">{policy.Policy}")];
        Table table = Tables.Of(["year", .. policies]);
        foreach (int year in answer.Policies[0].Years.Select(one => one.Year))
            table.Row([Text(year), .. answer.Policies.Select(policy => Cell(policy.Years.First(one => one.Year == year)))]);
        table.Row(["all", .. answer.Policies.Select(policy => FormattableString.Invariant($"{policy.Mae:0.000} ({policy.Trainings})"))]);
        console.Write(table);
        foreach (BacktestRetrain retrain in answer.Policies[^1].Retrains)
            console.WriteLine(FormattableString.Invariant($"{retrain.Day:yyyy-MM-dd}  {(retrain.Accepted ? "retrained" : "rejected ")}  {retrain.Reason}"));
    }

    public static void Draw(IAnsiConsole console, BacktestChoiceShape answer)
    {
        console.WriteLine(FormattableString.Invariant($"{answer.Scenario}, {answer.From:yyyy-MM-dd} to {answer.Until.AddDays(-1):yyyy-MM-dd}, a part of the history. First trainer and data, with a retrain each year; the first line is chosen."));
        Table fits = Tables.Of("trainer", ">learns from", ">mae", ">trainings");
        foreach (FitShape fit in answer.Fits.Take(Shown)) fits.Row(fit.Trainer, fit.LearnDays is { } days ? FormattableString.Invariant($"{days} days") : "all", Figures.Measure(fit.Mae), Text(fit.Trainings));
        console.Write(fits);
        console.WriteLine(FormattableString.Invariant($"Then the detector and the cooldown: the fewest trainings with an error at most {BacktestChoice.Tolerance:0 %} above the yearly retrain's; the first line is chosen."));
        Table detectors = Tables.Of("test", ">level", ">window", ">cooldown", ">mae", ">trainings");
        foreach (DetectorShape one in answer.Detectors.Take(Shown))
            detectors.Row(one.Test, FormattableString.Invariant($"{one.Level}"), FormattableString.Invariant($"{one.WindowDays} days"), FormattableString.Invariant($"{one.CooldownDays} days"), Figures.Measure(one.Mae), Text(one.Trainings));
        console.Write(detectors);
    }

    private static string Cell(BacktestYear year) => year.Trainings == 0 ? Figures.Measure(year.Mae) : FormattableString.Invariant($"{year.Mae:0.000} ({year.Trainings})");

    private static string Text(int number) => FormattableString.Invariant($"{number}");
}
