using System.CommandLine;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;
using MlopsSandbox.Simulation.Backtests;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops backtest</c>: what retraining policies would have given on a scenario's real days.</summary>
internal sealed class BacktestCommand : MlopsCommand
{
    private const string DefaultScenario = "transit-ridership", DefaultTrainer = "lbfgs";
    private const int MonthsBeforeChoice = 17;

    private readonly Option<string?> _scenario = new("--scenario") { Description = $"A regression whose rows have days: a name, or the path of its folder. [default: {DefaultScenario}]", HelpName = "name|path" };
    private readonly Option<string> _trainer = new("--trainer") { Description = $"The trainer of every fit: {string.Join(", ", Trainers.Names)}.", HelpName = "name", DefaultValueFactory = _ => DefaultTrainer };
    private readonly Option<bool> _choose = new("--choose") { Description = "Look at the history alone, and say which trainer, data and detector a walk through it chooses." };
    private readonly Option<int> _seed = SeedOption.Create();

    public BacktestCommand(Shell shell) : base(shell, "backtest", "Replays real days under retraining policies: never, each year, on drift; with the scenario's own settings.",
        new("backtest", "errors and trainings of each policy, year by year"),
        new("backtest --choose", "how the settings were chosen, on the history alone"))
    {
        _trainer.AcceptOnlyFromAmong([.. Trainers.Names]);
        Add(_scenario);
        Add(_trainer);
        Add(_choose);
        Add(_seed);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        NativeLibraries.Check();
        int seed = invocation.Parsed.GetValue(_seed);
        Scenario scenario = UsableScenario.Find(invocation.Places, invocation.Parsed.GetValue(_scenario) ?? DefaultScenario, seed);
        if (scenario.Time is null || scenario.Task != PredictionTask.Regression)
            throw new RefusalException($"scenario '{scenario.Name}' is no regression whose rows have days; expected \"task\": \"{ScenarioFile.Regression}\" and \"time\". Choose another, such as {DefaultScenario}.");
        try
        {
            Table table = ScenarioData.Read(scenario);
            DateOnly traffic = table.Days![RowDivision.HistoryOf(scenario, table).Count];
            Backtest backtest = new(table, scenario.Labels.DelayDays, cancellation);
            BacktestSettings frozen = new()
            {
                Scenario = scenario, Trainer = invocation.Parsed.GetRequiredValue(_trainer), Seed = seed, From = traffic, Until = table.Days[^1].AddDays(1),
            };
            if (invocation.Parsed.GetValue(_choose)) Choose(invocation, backtest, frozen, table.Days[0]);
            else Compare(invocation, backtest, frozen);
        }
        catch (StageException failure)
        {
            throw new RefusalException(failure.Message);
        }

        return Task.FromResult(ExitCodes.Succeeded);
    }

    private static void Compare(Invocation invocation, Backtest backtest, BacktestSettings frozen)
    {
        BacktestPolicy[] policies = [BacktestPolicy.Never, BacktestPolicy.Every("each year", 12), BacktestPolicy.OnDrift(frozen.Scenario.Retrain)];
        BacktestShape answer = BacktestShape.Of(frozen, [.. policies.Select(policy => backtest.Run(frozen, policy))]);
        invocation.Answer(answer, screen => BacktestPages.Draw(screen, answer));
    }

    // The first model needs a year to know the seasons; the rest of the history judges.
    private static void Choose(Invocation invocation, Backtest backtest, BacktestSettings frozen, DateOnly first)
    {
        DateOnly judged = new DateOnly(first.Year, first.Month, 1).AddMonths(MonthsBeforeChoice + 1);
        if (judged.AddMonths(12) > frozen.From)
            throw new RefusalException($"the history of '{frozen.Scenario.Name}' ends {frozen.From:yyyy-MM-dd}; expected it to reach a year beyond {judged:yyyy-MM-dd} at least. Begin the traffic later.");
        BacktestSettings history = frozen with { From = judged, Until = frozen.From };
        IReadOnlyList<TriedFit> fits = BacktestChoice.Fits(backtest, history);
        IReadOnlyList<TriedDetector> detectors = BacktestChoice.Detectors(backtest, fits[0]);
        BacktestChoiceShape answer = BacktestChoiceShape.Of(history, fits, detectors);
        invocation.Answer(answer, screen => BacktestPages.Draw(screen, answer));
    }
}
