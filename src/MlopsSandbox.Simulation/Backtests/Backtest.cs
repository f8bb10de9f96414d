using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Lifecycle.Monitor.Windows;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Traffic;

namespace MlopsSandbox.Simulation.Backtests;

/// <summary>
/// Replays a scenario's real days under a retraining policy, by the functions that the stages call: a check at the begin of each month on the labels that are
/// known then, and a retrain where the policy asks for one. Without workflows, jobs and a catalog: nothing is kept.
/// </summary>
public sealed class Backtest
{
    private readonly DatedRows _rows;
    private readonly Refits _refits;
    private readonly CancellationToken _cancellation;

    /// <param name="table">All rows of the scenario.</param>
    /// <param name="delayDays">Days from a row to its label.</param>
    /// <param name="cancellation">Stops it between months and in fits.</param>
    /// <exception cref="ArgumentException">The rows have no days.</exception>
    public Backtest(Table table, int delayDays, CancellationToken cancellation = default)
    {
        _rows = new DatedRows(table, delayDays);
        _refits = new Refits(_rows, cancellation);
        _cancellation = cancellation;
    }

    /// <summary>Replays one policy. The same arguments give the same result.</summary>
    /// <exception cref="StageException">There are too few rows before the first day to learn from.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public BacktestResult Run(BacktestSettings settings, BacktestPolicy policy)
    {
        Walk walk = new(settings, _refits.AsOf(settings, settings.From), _rows.PositionOf(settings.From));
        int check = 0;
        foreach (DateOnly month in DatedRows.Months(settings.From, settings.Until))
        {
            _cancellation.ThrowIfCancellationRequested();
            RetrainDecision decision = policy.Decide(++check, EvidenceOf(walk, month));
            if (decision.Choice == RetrainChoice.Retrain) Retrain(walk, month, decision);
        }

        walk.Serve(_rows.PositionOf(settings.Until));
        return ResultOf(policy, walk);
    }

    private void Retrain(Walk walk, DateOnly month, RetrainDecision decision)
    {
        Refit challenger = _refits.AsOf(walk.Settings, month);
        bool wins = _refits.Wins(walk.Settings, month, challenger, walk.Champion);
        walk.Retrains.Add(new BacktestRetrain(month, decision.Reason, wins));
        DateOnly from = month.AddDays(walk.Settings.Scenario.Retrain.DurationDays);
        if (wins) walk.TakeOver(challenger, from, _rows.PositionOf(from));
        else walk.TriedWith = LabelsSince(walk, walk.ChangedAt, month);
    }

    private RetrainEvidence EvidenceOf(Walk walk, DateOnly now)
    {
        OpenAlarm? alarm = AlarmOf(walk, now);
        int known = Math.Max(walk.Since, _rows.KnownBy(now));
        return new RetrainEvidence
        {
            At = Time(now),
            LastTrainedAt = Time(walk.Retrains.Count > 0 ? walk.Retrains[^1].Day : walk.Settings.From),
            Trainings = [.. walk.Retrains.Select(retrain => Time(retrain.Day))],
            Alarm = alarm,
            Labels = [.. RequestsOf(walk, known).Select(request => new ArrivedLabel(request.ServedAt, request.LabelAt, IsPositive: null))],
            RequestsPerDay = 1,
            RetrainDays = walk.Settings.Scenario.Retrain.DurationDays,
        };
    }

    private OpenAlarm? AlarmOf(Walk walk, DateOnly now)
    {
        walk.Serve(_rows.PositionOf(now));
        MonitorSettings monitor = walk.Settings.Scenario.Monitor;
        WindowSpan span = SpanOf(walk, monitor.Window, now);
        if (span.NotJudged is null)
        {
            (MonitorWindow window, LabelledWindow labelled) = WindowsOf(walk, span);
            walk.Remember(DriftCheck.Run(DriftCheckSettings.Of(monitor) with { Seed = walk.Settings.Seed }, walk.Champion.Baseline, window, labelled), now);
        }

        if (walk.Alarm is not { } alarm) return null;
        int known = Math.Max(walk.Since, _rows.KnownBy(now));
        walk.ChangedAt = new ServedDays(walk.Champion.Baseline, walk.Settings.Scenario.Features, RequestsOf(walk, known)).ChangedAt([.. walk.Drifted]);
        return new OpenAlarm(null, Time(alarm), walk.Drifted[0].Name, walk.ChangedAt, walk.TriedWith);
    }

    private WindowSpan SpanOf(Walk walk, WindowRule rule, DateOnly now)
    {
        int served = Math.Max(walk.Since, _rows.PositionOf(now));
        return rule.At(Time(walk.ServingSince), Time(now), Enumerable.Range(walk.Since, served - walk.Since).Select(position => Time(_rows.DayOf(position))));
    }

    private (MonitorWindow Window, LabelledWindow Labelled) WindowsOf(Walk walk, WindowSpan span)
    {
        (DateOnly start, DateOnly end) = (DateOnly.FromDateTime(span.Start.UtcDateTime), DateOnly.FromDateTime(span.End.UtcDateTime));
        (int first, int served) = Between(walk, _rows.PositionOf(start), _rows.PositionOf(end));
        (int firstLabelled, int labelled) = Between(walk, _rows.KnownBy(start), _rows.KnownBy(end));
        return (
            new MonitorWindow(span.Start, span.End, _rows.Table.Take([.. Enumerable.Range(first, served - first)]), walk.Champion.Scores[first..served]),
            new LabelledWindow(walk.Champion.Scores[firstLabelled..labelled], _rows.Table.Labels[firstLabelled..labelled]));
    }

    private static (int First, int End) Between(Walk walk, int first, int end) => (Math.Max(walk.Since, first), Math.Max(Math.Max(walk.Since, first), end));

    private int LabelsSince(Walk walk, DateTimeOffset change, DateOnly now) =>
        Math.Max(0, _rows.KnownBy(now) - Math.Max(walk.Since, _rows.PositionOf(DateOnly.FromDateTime(change.UtcDateTime))));

    // A day of its own for each row, in the shape in which the monitor sees requests.
    private List<CapturedRequest> RequestsOf(Walk walk, int known)
    {
        List<CapturedRequest> requests = [];
        int delay = walk.Settings.Scenario.Labels.DelayDays;
        for (int position = walk.Since; position < known; position++)
        {
            StoryCalendar calendar = new(Time(_rows.DayOf(position)));
            requests.AddRange(DayTraffic.Capture(calendar, _rows.Table.Take([position]), [walk.Champion.Scores[position]], 0, position, 1, delay));
        }

        return requests;
    }

    private BacktestResult ResultOf(BacktestPolicy policy, Walk walk)
    {
        double[] errors = [.. walk.Answers.Select(answer => answer.Score - _rows.Table.Labels[answer.Position])];
        IEnumerable<BacktestYear> years = walk.Answers.Zip(errors).GroupBy(one => _rows.DayOf(one.First.Position).Year).Select(year => new BacktestYear(
            year.Key, walk.Retrains.Count(retrain => retrain.Day.Year == year.Key), year.Average(one => Math.Abs(one.Second)), year.Average(one => one.Second)));
        return new BacktestResult(policy.Name, walk.Retrains.Count, errors.Average(Math.Abs), [.. years], walk.Retrains);
    }

    private static DateTimeOffset Time(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
