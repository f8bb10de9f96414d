using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Shapes;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Stories;

/// <summary>Shows stories, and how they are played, for command line, API and pages alike.</summary>
/// <param name="catalog">The home.</param>
/// <param name="hints">Commands to paste.</param>
internal sealed class StoryDesk(CatalogStore catalog, Hints hints)
{
    private const int MostShown = 32;
    private readonly StoryControl _control = new(catalog);
    private readonly Recent<ShownStory> _shown = new(MostShown);

    /// <summary>All stories of a home, the oldest first, those of <c>walkthrough</c> too.</summary>
    public IReadOnlyList<StoryShape> List() => [.. catalog.Read(tx => tx.Stories.All()).Select(StoryShape.Of)];

    /// <summary>One story with all that can be told of its days so far. Asked again before it has moved, it is told from memory.</summary>
    /// <exception cref="MissingException">There is no such story.</exception>
    /// <exception cref="ScenarioException">Its scenario can no longer be read.</exception>
    public StoryDetailShape Show(string id)
    {
        StoryRow story = catalog.Read(tx => tx.Stories.Find(id)) ?? throw Missing(id);
        StoryMoment now = catalog.Read(tx => StoryMoment.Of(tx, story));
        return StoryDetailShape.Of(story, ProgressAt(now, story));
    }

    /// <summary>Goes on, at the speed that is set.</summary>
    /// <exception cref="MissingException">There is no such story.</exception>
    /// <exception cref="StoryException">It has ended.</exception>
    public StoryShape Play(string id) => Control(id, _control.Play);

    /// <summary>Stops before the next day.</summary>
    /// <exception cref="MissingException">There is no such story.</exception>
    /// <exception cref="StoryException">It has ended.</exception>
    public StoryShape Pause(string id) => Control(id, _control.Pause);

    /// <summary>Serves some days at once, and is paused then.</summary>
    /// <exception cref="MissingException">There is no such story.</exception>
    /// <exception cref="FormatException">The number of days cannot be.</exception>
    /// <exception cref="StoryException">It has ended.</exception>
    public StoryShape Step(string id, int days) => Control(id, story => _control.Step(story, days));

    /// <summary>Sets the speed, in simulated days a second; null is full speed.</summary>
    /// <exception cref="MissingException">There is no such story.</exception>
    /// <exception cref="FormatException">The speed cannot be.</exception>
    /// <exception cref="StoryException">It has ended.</exception>
    public StoryShape Speed(string id, double? daysPerSecond) => Control(id, story => _control.Speed(story, daysPerSecond));

    /// <summary>Injects drift into a story that has none, from its next day on or from a later one.</summary>
    /// <exception cref="MissingException">There is no such story.</exception>
    /// <exception cref="StoryException">It takes no such drift; nothing was changed.</exception>
    public StoryShape Inject(string id, InjectedDrift kind, int? day) => Control(id, story => _control.Inject(story, kind, day));

    /// <summary>Ends a story on request, and its unfinished runs.</summary>
    /// <param name="id">The story.</param>
    /// <param name="runs">Of the same home, to end its runs.</param>
    /// <exception cref="MissingException">There is no such story.</exception>
    /// <exception cref="StoryException">It has ended.</exception>
    public StoryShape Cancel(string id, WorkflowRuns runs) => Control(id, story => _control.Cancel(story, runs));

    /// <summary>Makes sure that there is such a story.</summary>
    /// <exception cref="MissingException">There is none.</exception>
    public void Check(string id)
    {
        if (catalog.Read(tx => tx.Stories.Find(id)) is null) throw Missing(id);
    }

    private StoryProgress ProgressAt(StoryMoment now, StoryRow story) =>
        _shown.Of(story.Id, shown => shown?.At == now ? shown : new ShownStory(now, StoryProgressReading.Read(catalog, story)))!.Progress;

    private StoryShape Control(string id, Func<string, StoryRow> act)
    {
        Check(id);
        return StoryShape.Of(act(id));
    }

    private MissingException Missing(string id)
    {
        string[] ids = [.. catalog.Read(tx => tx.Stories.All()).Select(story => story.Id)];
        return new MissingException($"{catalog.Home}: there is no story '{id}'; expected {(ids.Length == 0 ? "one that was begun here; none was" : $"one of its {ids.Length}")}.{NearestName.Hint(id, ids)} See '{hints.For("stories")}'.");
    }

    private sealed record ShownStory(StoryMoment At, StoryProgress Progress);
}
