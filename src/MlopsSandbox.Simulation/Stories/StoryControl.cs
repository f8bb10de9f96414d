using System.Globalization;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Drift;

namespace MlopsSandbox.Simulation.Stories;

/// <summary>Plays, pauses, steps, speeds up and cancels a story, and injects drift into it. Each is one write of the catalog, which the story's driver sees, in whichever process it runs.</summary>
/// <remarks>What is asked changes when days are told, and from when on the world is another; the same seed, drift and day give the same story, however it was paused and stepped.</remarks>
public sealed class StoryControl(CatalogStore catalog)
{
    /// <summary>The slowest and the fastest speed, in simulated days a second.</summary>
    public const double SlowestSpeed = 0.001, FastestSpeed = 1_000;

    /// <summary>The most days of one step: no story of made-up days is longer.</summary>
    public const int MostStepDays = 400;

    /// <summary>Goes on, at the speed that is set.</summary>
    /// <exception cref="KeyNotFoundException">There is no such story.</exception>
    /// <exception cref="StoryException">It has ended.</exception>
    public StoryRow Play(string storyId) => Change(storyId, pace => pace with { IsPaused = false, StepDays = 0 });

    /// <summary>Stops before the next day; a day that has begun ends with all that it causes.</summary>
    /// <exception cref="KeyNotFoundException">There is no such story.</exception>
    /// <exception cref="StoryException">It has ended.</exception>
    public StoryRow Pause(string storyId) => Change(storyId, pace => pace with { IsPaused = true, StepDays = 0 });

    /// <summary>Serves some days at once, and is paused then; asked for again before they are served, it serves both.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="days">Simulated days, 1 to <see cref="MostStepDays"/>. Where checks are rarer, all days up to the next check are served together.</param>
    /// <exception cref="KeyNotFoundException">There is no such story.</exception>
    /// <exception cref="FormatException">The number cannot be.</exception>
    /// <exception cref="StoryException">It has ended.</exception>
    public StoryRow Step(string storyId, int days)
    {
        if (days is < 1 or > MostStepDays) throw new FormatException(Text($"days is {days}; expected 1 to {MostStepDays} simulated days, such as 1."));
        return Change(storyId, pace => pace with { IsPaused = true, StepDays = Math.Min(MostStepDays, pace.StepDays + days) });
    }

    /// <summary>Sets the speed at which a story plays; a paused one stays paused.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="daysPerSecond">Simulated days a second, <see cref="SlowestSpeed"/> to <see cref="FastestSpeed"/>; null for as fast as the machine can.</param>
    /// <exception cref="KeyNotFoundException">There is no such story.</exception>
    /// <exception cref="FormatException">The number cannot be.</exception>
    /// <exception cref="StoryException">It has ended.</exception>
    public StoryRow Speed(string storyId, double? daysPerSecond)
    {
        if (SpeedProblem(daysPerSecond) is { } problem) throw new FormatException(problem);
        return Change(storyId, pace => pace with { DaysPerSecond = daysPerSecond });
    }

    /// <summary>Ends a story on request, with its unfinished runs: nothing more is served, and nothing judged. What it has made and served is kept.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="runs">Of the same home, to end its runs.</param>
    /// <exception cref="KeyNotFoundException">There is no such story.</exception>
    /// <exception cref="StoryException">It has ended.</exception>
    public StoryRow Cancel(string storyId, WorkflowRuns runs) => catalog.Write(tx =>
    {
        NotEnded(tx.Stories.Find(storyId), storyId);
        tx.Stories.Cancel(storyId);
        runs.CancelStory(tx, storyId);
        return tx.Stories.Find(storyId)!;
    });

    /// <summary>What is wrong with a speed; null when it can be kept.</summary>
    public static string? SpeedProblem(double? daysPerSecond) => daysPerSecond is null or (>= SlowestSpeed and <= FastestSpeed)
        ? null
        : Text($"speed is {daysPerSecond}; expected simulated days a second, {SlowestSpeed} to {FastestSpeed}, such as 2, or none for full speed.");

    /// <summary>Changes the world of a story that was begun without drift: from a day on it is as if the story had been begun with this drift on that day.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="kind">A drift that its scenario tells, other than <c>none</c>.</param>
    /// <param name="day">The first day on which the world has changed, not served yet, at least 1; null for the next one.</param>
    /// <exception cref="KeyNotFoundException">There is no such story.</exception>
    /// <exception cref="StoryException">The story takes no such drift; nothing was changed.</exception>
    /// <exception cref="ScenarioException">Its scenario can no longer be read.</exception>
    public StoryRow Inject(string storyId, InjectedDrift kind, int? day = null)
    {
        while (true)
        {
            StoryRow story = NotEnded(catalog.Read(tx => tx.Stories.Find(storyId)), storyId);
            RefuseSecondDrift(story);
            StoryWorld world = StoryWorld.Of(story);
            RefuseKind(story, world, kind);
            int chosen = Day(story, world, day);
            StoryRow drifting = story with { Drift = Word(kind), DriftDay = chosen };
            RefuseUnservable(drifting);
            if (catalog.Write(tx => TryInject(tx, drifting, world))) return catalog.Read(tx => tx.Stories.Find(storyId)!);
        }
    }

    // False when the story has gone on, was cancelled, or got another drift, since it was looked at.
    private static bool TryInject(CatalogTransaction tx, StoryRow drifting, StoryWorld world)
    {
        StoryRow now = tx.Stories.Find(drifting.Id)!;
        if (now.HasEnded || !world.IsStillOf(now) || world.FirstUnserved(now) > drifting.DriftDay) return false;
        tx.Stories.Inject(drifting.Id, drifting.Drift, drifting.DriftDay!.Value);
        return true;
    }

    private StoryRow Change(string storyId, Func<StoryPace, StoryPace> change) => catalog.Write(tx =>
    {
        StoryRow story = NotEnded(tx.Stories.Find(storyId), storyId);
        tx.Stories.SetPace(storyId, change(story.Pace));
        return tx.Stories.Find(storyId)!;
    });

    private static StoryRow NotEnded(StoryRow? story, string storyId)
    {
        if (story is null) throw new KeyNotFoundException($"there is no story '{storyId}'.");
        if (!story.HasEnded) return story;
        throw new StoryException($"{storyId} has ended ({Word(story.Status)}); expected one that is still told. Begin another.");
    }

    private static void RefuseSecondDrift(StoryRow story)
    {
        if (story.Drift == Word(InjectedDrift.Real))
            throw new StoryException($"{story.Id} replays real days of {story.Scenario}, which take no injected drift; expected a story of made-up days. Begin one of another scenario.");
        if (story.Drift == Word(InjectedDrift.None)) return;
        string has = story.DriftDay is { } since ? Text($"'{story.Drift}' was injected from day {since} on") : $"it was begun with '{story.Drift}'";
        throw new StoryException($"{story.Id} has a drift: {has}; expected a story without one. Begin another with drift none.");
    }

    private static void RefuseKind(StoryRow story, StoryWorld world, InjectedDrift kind)
    {
        InjectedDrift[] told = [.. world.Story!.Drifts.Where(drift => drift != InjectedDrift.None)];
        if (!told.Contains(kind))
            throw new StoryException($"{story.Id}: scenario {story.Scenario} tells no '{Word(kind)}'; expected one of {string.Join(", ", told.Select(drift => Word(drift)))}. Choose one of them.");
    }

    private static int Day(StoryRow story, StoryWorld world, int? day)
    {
        int first = Math.Max(1, world.FirstUnserved(story)), last = world.Days - 1;
        if (first > last) throw new StoryException(Text($"{story.Id} has served the last of its {world.Days} days; expected a day that is still to come. Begin another."));
        int chosen = day ?? first;
        return chosen >= first && chosen <= last
            ? chosen
            : throw new StoryException(Text($"{story.Id}: day is {chosen}; expected a day that is not served yet, {first} to {last}. Leave it out for the next one."));
    }

    private static void RefuseUnservable(StoryRow drifting)
    {
        try
        {
            StoryWorld.Of(drifting);
        }
        catch (ScenarioException cause)
        {
            throw new StoryException(Text($"{drifting.Id} cannot tell '{drifting.Drift}' from day {drifting.DriftDay} on: {cause.Message} Or inject another kind, or on a later day."));
        }
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
