using System.Globalization;
using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Monitor.Schedules;
using MlopsSandbox.Rendering;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Simulation.Stories;
using MlopsSandbox.Stories;
using Spectre.Console;

namespace MlopsSandbox.Walkthrough;

/// <summary>Tells a story's days: quiet ones as one line of small bars, alarms and decisions each on a line of its own.</summary>
internal sealed class StoryDays(IAnsiConsole console, Hints hints)
{
    // A bar is full at one and a half times what alarms.
    private const double TopSeverity = 1.5;
    private readonly List<double?> _quiet = [];
    private int _firstQuiet, _lastQuiet;
    private bool _isAlarmed;
    private string _choice = "none";
    private int _version;

    /// <summary>The story's simulated time: real days are told by their dates, others by their numbers.</summary>
    public StoryCalendar Calendar { get; set; } = StoryCalendar.Invented;

    /// <summary>When it checks, where the scenario says so; else each day, or each month of real days.</summary>
    public CheckSchedule? Schedule { get; set; }

    /// <summary>How far the days are; null before the first.</summary>
    public Status? Now { get; private set; }

    /// <summary>Tells of an event.</summary>
    public void Tell(StoryEvent happened)
    {
        if (happened is DayServed served) Served(served);
        if (happened is DayChecked done) Checked(done);
        if (happened is StoryPaused paused) Paused(paused);
        if (happened is StoryEnded or StoryCancelled) Flush();
    }

    /// <summary>Tells what the policy chose, when it is another choice than before.</summary>
    public void Decided(int day, string choice, string reason)
    {
        if (choice == _choice) return;
        _choice = choice;
        if (choice != "none") Say(day, $"decision: {choice}. {reason}", choice == "retrain" ? Color.Aqua : Color.Yellow);
    }

    private void Served(DayServed day)
    {
        if (_version == 0) Begin(day);
        else if (day.Version != _version) Say(day.Day, $"model version {day.Version} serves from now on", Color.Green);
        _version = day.Version;
        Now = new Status(string.Create(CultureInfo.InvariantCulture, $"{(IsReal ? Calendar.DateOf(day.Day).ToString("yyyy-MM", CultureInfo.InvariantCulture) : $"day {day.Day}, {ServedDays.Words(day.Day + 1, day.Days)}")}  {Bars()}"), (day.Day + 1.0) / day.Days);
    }

    private void Begin(DayServed day)
    {
        console.WriteLine();
        console.Write(new Rule("[bold]traffic[/]").LeftJustified());
        console.WriteLine((IsReal, Schedule) switch
        {
            (true, null) => FormattableString.Invariant($"{day.Days} real days from {Calendar.DateOf(0):yyyy-MM-dd} on, one request each. At the end of each month the monitor compares the newest labels with what the model came from; labels arrive late."),
            (true, _) => FormattableString.Invariant($"{day.Days} real days from {Calendar.DateOf(0):yyyy-MM-dd} on, one request each. The monitor checks {Schedule}, at the end of the day; labels arrive late."),
            (_, null) => FormattableString.Invariant($"{day.Days} simulated days, {day.Requests} requests a day. Each evening the monitor compares a window of requests with what the model came from; labels arrive late."),
            _ => FormattableString.Invariant($"{day.Days} simulated days. The monitor checks {Schedule}, in the evening: it compares a window of requests with what the model came from; labels arrive late."),
        });
        console.WriteLine($"A bar a {(Schedule is not null ? "check" : IsReal ? "month" : "day")}: the largest drift that was measured, against what would raise the alarm (a full bar).", new Style(Color.Grey));
    }

    private void Checked(DayChecked day)
    {
        double? severity = day.Scores.Max(score => score.Severity);
        DriftScore[] alarms = [.. day.Scores.Where(score => score.Drifted)];
        if (_quiet.Count == 0) _firstQuiet = day.Day;
        _lastQuiet = day.Day;
        _quiet.Add(severity);
        if (alarms.Length > 0 && !_isAlarmed) Say(day.Day, $"alarm: {string.Join("; ", alarms.Take(3).Select(Sentence))}{(alarms.Length > 3 ? $"; {alarms.Length - 3} more" : "")}", Color.Red);
        _isAlarmed = alarms.Length > 0;
        if (day.Decision is { } decision) Decided(day.Day, decision.Choice, decision.Reason);
    }

    private void Paused(StoryPaused paused)
    {
        Say(paused.Story.Day, "the story is paused before this day.", Color.Yellow);
        console.WriteHint("It goes on with", hints.For("stories", "play", paused.Story.Id));
        Now = new Status($"paused before {(IsReal ? DateOf(paused.Story.Day) : FormattableString.Invariant($"day {paused.Story.Day}"))}", null);
    }

    private static string Sentence(DriftScore score) => string.Create(CultureInfo.InvariantCulture,
        $"drift in {score.Name} ({score.Test} {score.Score:0.###}, threshold {score.Threshold:0.###})");

    private void Say(int day, string what, Color colour)
    {
        Flush();
        console.Write(new Text(IsReal ? $"{DateOf(day)}  " : string.Create(CultureInfo.InvariantCulture, $"day {day,3}  "), new Style(colour)));
        console.WriteLine(what);
    }

    private void Flush()
    {
        if (_quiet.Count == 0) return;
        string days = IsReal
            ? $"{DateOf(_firstQuiet)}  "
            : _quiet.Count == 1
            ? string.Create(CultureInfo.InvariantCulture, $"day {_firstQuiet,3}  ")
            : string.Create(CultureInfo.InvariantCulture, $"days {_firstQuiet}–{_lastQuiet}  ");
        console.WriteLine($"{days}{Bars()}", new Style(Color.Grey));
        _quiet.Clear();
    }

    private bool IsReal => Calendar != StoryCalendar.Invented;

    private string DateOf(int day) => Calendar.DateOf(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Bars() => Sparkline.Of(_quiet, 0, TopSeverity, console.Profile.Capabilities.Unicode);
}
