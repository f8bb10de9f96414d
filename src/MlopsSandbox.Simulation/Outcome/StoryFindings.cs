using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Simulation.Outcome;

/// <summary>What happened in a story, read off its evidence: days, windows, losses. Pure.</summary>
internal sealed class StoryFindings
{
    private readonly StoryEvidence _evidence;
    private readonly LabelledTraffic _traffic;
    private readonly StoryCalendar _calendar;

    public StoryFindings(StoryEvidence evidence)
    {
        (_evidence, _traffic) = (evidence, new LabelledTraffic(evidence.Scenario.Task, evidence.Requests));
        _calendar = evidence.Calendar;
        Takeover = evidence.Deployments.Skip(1).FirstOrDefault(deployment => deployment.EffectiveAt < _calendar.EndOf(LastDay));
        DetectedDay = DaysOfAlarm().Cast<int?>().FirstOrDefault();
        Before = _traffic.Quality(0, (InjectedDay ?? evidence.Days) - 1);
        During = InjectedDay is { } injected ? _traffic.Quality(injected, (TakeoverDay ?? evidence.Days) - 1) : null;
        After = TakeoverDay is { } takeover ? _traffic.Quality(takeover, LastDay) : null;
        Recovered = AfterTakeover().FirstOrDefault(window => Regained(window) >= StoryRules.RegainedShare);
    }

    public int LastDay => _evidence.Days - 1;

    /// <summary>The first day on which the world had changed; null in a story without drift.</summary>
    public int? InjectedDay => _evidence.Drift == InjectedDrift.None ? null : _evidence.Story?.DriftDay;

    public int? DetectedDay { get; }

    /// <summary>The first deployment after the first one that served at all; null when no retrain won in time.</summary>
    public Deployment? Takeover { get; }

    public int? TakeoverDay => Takeover is null ? null : _calendar.DayOf(Takeover.EffectiveAt);

    /// <summary>Retrains in order of time: the runs that a monitor run dispatched.</summary>
    public IEnumerable<RunRow> Retrains => _evidence.Runs.Where(run => run.ParentRunId is not null);

    public int? RetrainedDay => (Retrains.FirstOrDefault(run => run.Id == Takeover?.RunId) ?? Retrains.FirstOrDefault()) is { } run
        ? _calendar.DayOfCheck(run.SimulatedAt)
        : null;

    public QualityWindow? Before { get; }

    public QualityWindow? During { get; }

    public QualityWindow? After { get; }

    /// <summary>The first labelled window after the takeover that regains enough; null when none does, or when there was no loss to regain.</summary>
    public QualityWindow? Recovered { get; }

    public int? RecoveredDay => Recovered is null ? null : Recovered.ToDay + _evidence.Scenario.Labels.DelayDays;

    /// <summary>True when the drift cost more than chance and more than a trifle.</summary>
    public bool LossCounts => Before is not null && During is not null
        && Before.Value - During.Value >= StoryRules.LossThatCounts
        && Estimate(During).TestBelow(Estimate(Before)).PValue < StoryRules.LossByChance;

    /// <summary>Share of the loss that was regained: in the recovered window, else in the best one; null without loss or takeover.</summary>
    public double? BestRegained => Recovered is not null ? Regained(Recovered) : AfterTakeover().Max(Regained);

    public IReadOnlyList<QualityWindow> Series => [.. _traffic.Windows(0, LastDay, StoryRules.MinimumRows)];

    public StoryCost? Cost => TakeoverDay is { } day ? StoryCost.Of(_evidence.Scenario.Task, _evidence.Scenario.Costs, _traffic.Of(day, LastDay)) : null;

    /// <summary>See <see cref="StoryOutcome.Named"/>.</summary>
    public IReadOnlyList<string> Named
    {
        get
        {
            DriftReportRow[] alarms = [.. _evidence.Reports.Where(report => report.Drifted)];
            DateTimeOffset changed = _calendar.StartOf(InjectedDay ?? 0);
            DriftReportRow? telling = alarms.FirstOrDefault(report => DriftReportJson.WindowStart(report.Report) >= changed && !IsAfterTakeover(report)) ?? alarms.FirstOrDefault();
            return telling is null ? [] : [.. DriftScore.Of(_calendar, telling).Where(score => score.Drifted).Select(score => score.Name)];
        }
    }

    /// <summary>Days at whose end the check alarmed.</summary>
    public IEnumerable<int> DaysOfAlarm() => _evidence.Reports.Where(report => report.Drifted).Select(report => _calendar.DayOfCheck(report.At));

    private bool IsAfterTakeover(DriftReportRow report) => Takeover is not null && report.At > Takeover.EffectiveAt;

    private IEnumerable<QualityWindow> AfterTakeover() => TakeoverDay is { } day ? _traffic.Windows(day, LastDay, StoryRules.MinimumRows) : [];

    private double? Regained(QualityWindow window) => Before is null || During is null || Before.Value <= During.Value
        ? null
        : (window.Value - During.Value) / (Before.Value - During.Value);

    private static AucEstimate Estimate(QualityWindow window) => new(window.Value, window.StandardError, 0, 0);
}
