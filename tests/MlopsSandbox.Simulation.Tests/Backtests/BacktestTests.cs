using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Backtests;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Simulation.Tests.Backtests;

/// <summary>A made-up world of six years of days: a weekly rhythm with noise, whose level jumps by 5 in the middle of the fifth year.</summary>
public sealed class BacktestTests
{
    private static readonly DateOnly First = new(2001, 1, 1), Jump = new(2005, 7, 1), Traffic = new(2004, 1, 1), End = new(2007, 1, 1);

    [Fact]
    public void Run_ALevelThatJumps_OnDriftRetrainsAfterItAndBeatsNever()
    {
        Backtest backtest = new(Rows(jump: 5), delayDays: 14);
        BacktestSettings settings = Settings();

        BacktestResult never = backtest.Run(settings, BacktestPolicy.Never), onDrift = backtest.Run(settings, BacktestPolicy.OnDrift(settings.Scenario.Retrain));

        Assert.Equal(0, never.Trainings);
        Assert.InRange(onDrift.Retrains[0].Day, Jump.AddDays(15), Jump.AddMonths(3));
        Assert.True(onDrift.Mae < never.Mae);
        Assert.Equal(never.Years.Single(year => year.Year == 2004).Mae, onDrift.Years.Single(year => year.Year == 2004).Mae);
    }

    [Fact]
    public void Run_NothingChanges_YearlyRetrainsTwiceAndOnDriftHardlyEver()
    {
        Backtest backtest = new(Rows(jump: 0), delayDays: 14);

        Assert.Equal([new DateOnly(2005, 1, 1), new DateOnly(2006, 1, 1)], backtest.Run(Settings(), BacktestPolicy.Every("yearly", 12)).Retrains.Select(retrain => retrain.Day));
        Assert.InRange(backtest.Run(Settings(), BacktestPolicy.OnDrift(Settings().Scenario.Retrain)).Trainings, 0, 1);
    }

    [Fact]
    public void Run_Twice_GivesTheSameResult()
    {
        BacktestSettings settings = Settings() with { Until = new DateOnly(2005, 12, 1) };

        BacktestResult[] runs = [.. Enumerable.Range(0, 2).Select(_ => new Backtest(Rows(jump: 5), 14).Run(settings, BacktestPolicy.OnDrift(settings.Scenario.Retrain)))];

        Assert.Equal(runs[0].Mae, runs[1].Mae);
        Assert.Equal(runs[0].Retrains, runs[1].Retrains);
    }

    private static BacktestSettings Settings() => new() { Scenario = Rides, Trainer = "sdca", Seed = 1, From = Traffic, Until = End };

    private static Table Rows(double jump)
    {
        SeededRandom random = new(3);
        DateOnly[] days = [.. Enumerable.Range(0, End.DayNumber - First.DayNumber).Select(First.AddDays)];
        double[] labels = [.. days.Select(day => (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 4 : 15) + (day >= Jump ? jump : 0) + random.NextDouble())];
        string?[] weekdays = [.. days.Select(day => day.DayOfWeek.ToString())];
        return new Table([.. Enumerable.Range(0, days.Length)], [new CategoricalColumn("weekday", weekdays)], labels, days);
    }

    private static Scenario Rides { get; } = new()
    {
        Name = "rides",
        Title = "Rides",
        Folder = "/nowhere",
        DataFile = "rides.csv",
        Task = PredictionTask.Regression,
        Time = new TimeAxis("date", []),
        Label = new LabelColumn("rides", null),
        Features = [new Feature("weekday", FeatureKind.Categorical)],
        Goal = "None.",
        SuccessCriteria = [],
        Costs = Costs.None,
        Division = new Division(double.NaN, 0.9, 0.05, 0.05, Traffic),
        Labels = new LabelDelay(14),
        Retrain = new RetrainSettings(1, 28, 0.9, 0.05, 0.05),
        Monitor = new MonitorSettings(0.02, 12, 91) { Watches = [WatchedPart.Quality], Quality = QualityTest.Bias },
    };
}
