using System.Diagnostics;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Schedules;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Simulation.Traffic;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Simulation.Stories;

/// <summary>
/// Tells a story day by day: a first model, then each day its requests, its check where one is due, and whatever that causes, until the last day is judged.
/// </summary>
/// <remarks>
/// Every step reads where the story stands from the catalog and writes what it did, with where the story stands then, in one transaction. So a
/// killed process loses nothing and another one goes on, with nothing done twice. Retrains are not its business: the monitor's workflow dispatches them.
/// How fast it goes on, and which drift it tells, any process may change meanwhile, see <see cref="StoryControl"/>; a day that has begun ends with all that it causes.
/// Any may cancel it, too: whatever is done then, nothing is written to a story that has ended.
/// </remarks>
public sealed class StoryDriver(StoryDriverParts parts)
{
    private readonly CatalogStore _catalog = parts.Catalog;
    private readonly ModelCache _models = new(parts.Artifacts);

    /// <summary>Makes sure that a story can be told, before anything is begun.</summary>
    /// <exception cref="ScenarioException">The scenario cannot tell this story, or its data cannot be read.</exception>
    public static void Check(Scenario scenario, int seed, InjectedDrift drift) => StoryWorld.Of(scenario, seed, drift);

    /// <summary>The drift that a scenario's story tells when none is asked for: all that it describes, or its real days.</summary>
    public static InjectedDrift DriftOf(Scenario scenario) => ReplayStory.IsToldBy(scenario) ? InjectedDrift.Real : InjectedDrift.All;

    /// <summary>A story's simulated time, and when it checks where its scenario says so.</summary>
    /// <exception cref="ScenarioException">Its scenario can no longer be read.</exception>
    public static (StoryCalendar Calendar, CheckSchedule? Schedule) TimesOf(StoryRow story)
    {
        StoryWorld world = StoryWorld.Of(story);
        return (world.Calendar, world.Scenario.Monitor.Schedule);
    }

    /// <summary>Begins a story: its row and its first run are one transaction. Nothing is kept when it cannot be told.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="seed">The user's seed.</param>
    /// <param name="drift">Which drift to tell.</param>
    /// <param name="pace">How fast; by default at full speed.</param>
    /// <param name="isHosted">True when whoever serves the home is to drive it.</param>
    /// <exception cref="ScenarioException">The scenario cannot tell this story, or its data cannot be read.</exception>
    public StoryRow Begin(Scenario scenario, int seed, InjectedDrift drift, StoryPace? pace = null, bool isHosted = false)
    {
        StoryCalendar calendar = StoryWorld.Of(scenario, seed, drift).Calendar;
        return _catalog.Write(tx =>
        {
            string word = drift.ToString().ToLowerInvariant();
            StoryRow story = tx.Stories.Begin(scenario.Name, scenario.Folder, seed, word, StoryPhase.Train, calendar.Start, pace, isHosted);
            Start(tx, story, "lifecycle", "history");
            return story;
        });
    }

    /// <summary>Tells a story from where it stands to its end. A story that has ended is only told about.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="cancellation">Stops; the story stays where it is and can be taken up again.</param>
    /// <returns>How it ended; null when it was cancelled.</returns>
    /// <exception cref="KeyNotFoundException">There is no such story.</exception>
    /// <exception cref="StoryException">Another living process drives it.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<StoryOutcome?> RunAsync(string storyId, CancellationToken cancellation)
    {
        if (Find(storyId) is { HasEnded: true } over) return OutcomeOf(over);
        if (!_catalog.Write(tx => tx.Stories.TryDrive(storyId, parts.Presence.Owner, parts.Presence.IsAlive)))
            throw new StoryException($"{storyId} is being told by another process ({_catalog.Read(tx => tx.Stories.DriverOf(storyId))}); expected none. Wait for it to end, or stop it first.");
        try
        {
            StoryPacing pacing = new(_catalog, parts.Time, storyId);
            StoryRow story = Find(storyId);
            StoryWorld world = StoryWorld.Of(story);
            while (!(story = Find(storyId)).HasEnded)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!world.IsStillOf(story)) world = StoryWorld.Of(story);
                await Step(story, world, pacing, cancellation).ConfigureAwait(false);
            }
            if (story.IsCancelled) parts.Progress?.Report(new StoryCancelled(story));
            return OutcomeOf(story);
        }
        finally
        {
            _catalog.Write(tx => tx.Stories.StopDriving(storyId, parts.Presence.Owner));
        }
    }

    /// <summary>The outcome as a story's row keeps it.</summary>
    public static StoryOutcome ReadOutcome(JsonElement outcome) => outcome.Deserialize<StoryOutcome>(CatalogJson.Options)!;

    private static StoryOutcome? OutcomeOf(StoryRow ended) => ended.Outcome is { } outcome ? ReadOutcome(outcome) : null;

    private async Task Step(StoryRow story, StoryWorld world, StoryPacing pacing, CancellationToken cancellation)
    {
        switch (story.Phase)
        {
            case StoryPhase.Train:
                await AllRunsSettled(story, cancellation).ConfigureAwait(false);
                AfterTraining(story, world);
                break;
            case StoryPhase.Serve:
                bool isAllowed = await pacing.UntilAllowed(paused => parts.Progress?.Report(new StoryPaused(paused)), cancellation).ConfigureAwait(false);
                if (isAllowed && Serve(story, world) is var days and > 0) pacing.Served(days);
                break;
            case StoryPhase.Check:
                await AllRunsSettled(story, cancellation).ConfigureAwait(false);
                AfterCheck(story, world);
                break;
            case StoryPhase.Judge:
                Judge(story, world);
                break;
            default:
                throw new UnreachableException($"{story.Id} is in phase '{story.Phase}', which this program does not know.");
        }
    }

    private void AfterTraining(StoryRow story, StoryWorld world) => _catalog.Write(tx =>
    {
        bool serves = tx.Deployments.At(story.ModelName, world.Calendar.Start) is not null;
        tx.Stories.Save(story with { Phase = serves && NoneFailed(tx, story) ? StoryPhase.Serve : StoryPhase.Judge });
    });

    // Nothing is served when the story was paused or cancelled, or another drift injected, since it was looked at.
    private int Serve(StoryRow story, StoryWorld world)
    {
        int last = world.LastBeforeCheck(story.Day), days = last + 1 - story.Day;
        List<CapturedRequest> requests = Answer(story, world, last);
        StoryRow next = story with { Phase = StoryPhase.Check, SimulatedAt = world.Calendar.EndOf(last) };
        bool isServed = _catalog.Write(tx =>
        {
            StoryRow now = tx.Stories.Find(story.Id)!;
            if (now.HasEnded || !now.Pace.LetsServe || !world.IsStillOf(now)) return false;
            tx.Requests.Add(story.ModelName, requests);
            if (world.IsCheckedAfter(last)) Start(tx, next, "monitor");
            tx.Stories.Save(next);
            tx.Stories.Stepped(story.Id, days);
            return true;
        });
        if (isServed && requests.Count > 0) parts.Progress?.Report(new DayServed(next, story.Day, world.Days, requests.Count, requests[^1].ModelVersion));
        return isServed ? days : 0;
    }

    private List<CapturedRequest> Answer(StoryRow story, StoryWorld world, int last)
    {
        long served = _catalog.Read(tx => tx.Requests.Count(story.ModelName));
        Deployment first = _catalog.Read(tx => tx.Deployments.Of(story.ModelName)[0]);
        List<CapturedRequest> requests = [];
        for (int day = story.Day; day <= last; day++)
        {
            Table rows = world.RowsOf(day);
            DateTimeOffset begin = world.Calendar.StartOf(day);
            Deployment deployment = _catalog.Read(tx => tx.Deployments.At(story.ModelName, begin)!);
            double[] scores = _models.Get(deployment.Model).Score(rows);
            double[] shadow = deployment.Model == first.Model ? scores : _models.Get(first.Model).Score(rows);
            requests.AddRange(DayTraffic.Capture(world.Calendar, rows, scores, day, served + requests.Count, deployment.Version, world.Scenario.Labels.DelayDays, shadow));
        }

        return requests;
    }

    private void AfterCheck(StoryRow story, StoryWorld world)
    {
        int last = world.LastBeforeCheck(story.Day);
        bool isLast = last + 1 == world.Days;
        StoryRow? next = _catalog.Write(tx =>
        {
            StoryRow after = !NoneFailed(tx, story) || isLast ? story with { Phase = StoryPhase.Judge } : story with { Phase = StoryPhase.Serve, Day = last + 1 };
            return tx.Stories.Save(after) ? after : null;
        });
        if (next is not null && parts.Progress is { } progress && world.IsCheckedAfter(last)) progress.Report(Checked(next, world.Calendar, last));
    }

    private void Judge(StoryRow story, StoryWorld world)
    {
        StoryOutcome outcome = StoryVerdict.Of(StoryEvidenceReading.Read(_catalog, _models, story, world));
        StoryRow ended = story with
        {
            Phase = StoryPhase.Done,
            Status = outcome.Success ? RunStatus.Succeeded : RunStatus.Failed,
            Outcome = JsonSerializer.SerializeToElement(outcome, CatalogJson.Options),
        };
        if (_catalog.Write(tx => tx.Stories.Save(ended))) parts.Progress?.Report(new StoryEnded(ended, outcome));
    }

    private void Start(CatalogTransaction tx, StoryRow story, string workflow, string? source = null)
    {
        Dictionary<string, JsonElement> inputs = new() { ["scenario"] = JsonSerializer.SerializeToElement(story.ScenarioFolder) };
        if (source is not null) inputs["source"] = JsonSerializer.SerializeToElement(source);
        parts.Runs.Start(tx, new RunRequest
        {
            Definition = parts.Definitions(workflow),
            Inputs = inputs,
            Cause = source is null ? new RunCause("schedule", null) : new RunCause("manual", null),
            Seed = Seeds.Derive(story.Seed, workflow, story.Day),
            RootSeed = story.Seed,
            StoryId = story.Id,
            ModelName = story.ModelName,
            SimulatedAt = story.SimulatedAt,
            Reuses = false,    // a story shows its stages at work, and its trials count in its hash
        });
    }

    private Task AllRunsSettled(StoryRow story, CancellationToken cancellation) => _catalog.WaitFor(tx => AreSettled(tx, story.Id), cancellation);

    // A run that waits for a later time of the story goes on when its clock has come there.
    private static bool AreSettled(CatalogTransaction tx, string storyId)
    {
        RunRow[] unfinished = [.. tx.Runs.Unfinished().Where(run => run.StoryId == storyId)];
        return unfinished.Length == 0
            || (unfinished.All(run => run.Status == RunStatus.Waiting) && tx.Timers.AnyIn(storyId) && !tx.Timers.AnyDueIn(storyId));
    }

    private static bool NoneFailed(CatalogTransaction tx, StoryRow story) =>
        tx.Runs.OfStory(story.Id).All(run => run.Status is RunStatus.Succeeded or RunStatus.Waiting);

    private DayChecked Checked(StoryRow story, StoryCalendar calendar, int day)
    {
        var (reports, decisions) = _catalog.Read(tx => (tx.DriftReports.Of(story.ModelName), tx.DriftReports.Decisions(story.ModelName)));
        DateTimeOffset at = calendar.EndOf(day);
        DriftReportRow? report = reports.LastOrDefault(one => one.At == at);
        RetrainDecisionRow? decision = decisions.LastOrDefault(one => one.At == at);
        return new DayChecked(story, day, report is null ? [] : DriftScore.Of(calendar, report), decision is null ? null : StoryDecision.Of(calendar, decision));
    }

    private StoryRow Find(string storyId) => _catalog.Read(tx => tx.Stories.Find(storyId)) ?? throw new KeyNotFoundException($"there is no story '{storyId}'.");
}
