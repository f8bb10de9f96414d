namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>How fast a story's days are served.</summary>
/// <param name="IsPaused">True when no day is served but those that <paramref name="StepDays"/> allows.</param>
/// <param name="DaysPerSecond">Simulated days a second of wall time, above 0; null is as fast as the machine can.</param>
/// <param name="StepDays">Days that a paused story still serves, at once; 0 while it plays.</param>
public sealed record StoryPace(bool IsPaused, double? DaysPerSecond, int StepDays)
{
    /// <summary>Plays as fast as the machine can.</summary>
    public static StoryPace FullSpeed { get; } = new(IsPaused: false, DaysPerSecond: null, StepDays: 0);

    /// <summary>True when the next day may be served, now or when the speed says so.</summary>
    public bool LetsServe => !IsPaused || StepDays > 0;
}
