using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Report;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Simulation.Stories;
using Spectre.Console;

namespace MlopsSandbox.Walkthrough;

/// <summary>Drives a story to its end and tells it meanwhile.</summary>
internal sealed class StoryTelling
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(200);
    private readonly Sandbox _sandbox;
    private readonly EventQueue<StoryEvent> _events = new();
    private readonly StoryDriver _driver;
    private readonly RunNarrator _narrator;
    private readonly StoryDays _days;
    private readonly StatusLine _status;
    private StoryCalendar _calendar = StoryCalendar.Invented;

    /// <param name="sandbox">The open home; somebody must work in it.</param>
    /// <param name="console">Where to tell.</param>
    /// <param name="hints">Commands to paste.</param>
    public StoryTelling(Sandbox sandbox, IAnsiConsole console, Hints hints)
    {
        _sandbox = sandbox;
        _driver = sandbox.Driver(_events);
        _narrator = new RunNarrator(console, sandbox.Stages.Activities, hints);
        _days = new StoryDays(console, hints);
        _status = new StatusLine(console);
    }

    /// <summary>Begins stories.</summary>
    public StoryDriver Driver => _driver;

    /// <summary>Tells a story from where it stands to its end, and writes its report.</summary>
    /// <returns>How it ended; null when it was cancelled: there is no report of it.</returns>
    /// <exception cref="OperationCanceledException">It was stopped; it can be taken up again.</exception>
    public async Task<StoryOutcome?> RunAsync(string storyId, CancellationToken cancellation)
    {
        (_calendar, _days.Schedule) = StoryDriver.TimesOf(_sandbox.Catalog.Read(tx => tx.Stories.Find(storyId)!));
        _days.Calendar = _calendar;
        HashSet<string> before = [.. Runs(storyId).Where(run => run.HasEnded).Select(run => run.Id)];
        Task<StoryOutcome?> telling = _driver.RunAsync(storyId, cancellation);
        try
        {
            while (!telling.IsCompleted)
            {
                Tell(storyId, before);
                await _sandbox.WhileWorkingAsync(Task.WhenAny(telling, Task.Delay(LookInterval, cancellation))).ConfigureAwait(false);
            }
        }
        finally
        {
            _status.Clear();
        }
        StoryOutcome? outcome = await telling.ConfigureAwait(false);
        Tell(storyId, before);
        _status.Clear();
        return outcome is null ? null : outcome with { Report = StoryReport.Write(_sandbox.Catalog, _sandbox.Artifacts, _sandbox.Stages.Activities, outcome) };
    }

    // Events are told in order, each after the runs that came before it.
    private void Tell(string storyId, HashSet<string> before)
    {
        _status.Clear();
        StoryEvent[] events = [.. _events.Taken()];
        RunRow[] runs = [.. Runs(storyId).Where(run => run.Workflow != StoryWorkflows.Monitor && !before.Contains(run.Id))];
        foreach (StoryEvent happened in events)
        {
            TellRuns(runs.Where(run => run.SimulatedAt <= Begin(happened)));
            _days.Tell(happened);
        }
        TellRuns(runs);
        _status.Show(runs.LastOrDefault(run => !run.HasEnded) is { } atWork ? Status.Of(atWork) : _days.Now);
    }

    // The monitor's own runs are told as days, not as runs.
    private void TellRuns(IEnumerable<RunRow> runs)
    {
        foreach (RunRow run in runs)
        {
            if (!_narrator.Knows(run.Id) && run.Cause.Kind is ("drift" or "quality")) Explain(run);
            _narrator.Tell(run);
        }
    }

    private DateTimeOffset Begin(StoryEvent happened) => happened switch
    {
        DayServed served => _calendar.StartOf(served.Day),
        DayChecked done => _calendar.EndOf(done.Day),
        _ => DateTimeOffset.MaxValue,
    };

    // The day's decision comes before the retrain that it started, which ends before the day is over.
    private void Explain(RunRow retrain)
    {
        IReadOnlyList<RetrainDecisionRow> decisions = _sandbox.Catalog.Read(tx => tx.DriftReports.Decisions(retrain.ModelName));
        if (decisions.LastOrDefault(decision => decision.Choice == "retrain" && decision.At <= retrain.SimulatedAt) is { } decided)
            _days.Decided(_calendar.DayOfCheck(decided.At), decided.Choice, decided.Reason);
    }

    private IReadOnlyList<RunRow> Runs(string storyId) => _sandbox.Catalog.Read(tx => tx.Runs.OfStory(storyId));
}
