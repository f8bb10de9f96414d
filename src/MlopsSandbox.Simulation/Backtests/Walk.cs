using MlopsSandbox.Lifecycle.Monitor;

namespace MlopsSandbox.Simulation.Backtests;

/// <summary>Where a backtest stands: who serves since when, what was answered, and what alarm is open.</summary>
internal sealed class Walk(BacktestSettings settings, Refit first, int start)
{
    private int _served = start;

    public BacktestSettings Settings => settings;

    public Refit Champion { get; private set; } = first;

    /// <summary>Position of the first row that the champion answers.</summary>
    public int Since { get; private set; } = start;

    /// <summary>The day from which on the champion serves.</summary>
    public DateOnly ServingSince { get; private set; } = settings.From;

    public List<(int Position, double Score)> Answers { get; } = [];

    public List<BacktestRetrain> Retrains { get; } = [];

    /// <summary>The day of the first alarm about the champion.</summary>
    public DateOnly? Alarm { get; private set; }

    /// <summary>What alarmed, that of the first alarm first.</summary>
    public List<(string Name, DriftKind Kind)> Drifted { get; } = [];

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Labels that the last retrain for the open alarm had; null when none was tried.</summary>
    public int? TriedWith { get; set; }

    /// <summary>Answers all rows up to a position, by whoever serves then.</summary>
    public void Serve(int until)
    {
        for (; _served < until; _served++) Answers.Add((_served, Champion.Scores[_served]));
    }

    /// <summary>A model serves from a day on, with no alarm about it.</summary>
    public void TakeOver(Refit model, DateOnly day, int position)
    {
        Serve(position);
        (Champion, ServingSince, Since, Alarm, TriedWith) = (model, day, position, null, null);
        Drifted.Clear();
    }

    public void Remember(DriftReport report, DateOnly now)
    {
        if (report.Drifted) Alarm ??= now;
        foreach (DriftMeasure measure in report.Measures.Where(measure => measure.Drifted && !Drifted.Contains((measure.Name, measure.Kind))))
            Drifted.Add((measure.Name, measure.Kind));
    }
}
