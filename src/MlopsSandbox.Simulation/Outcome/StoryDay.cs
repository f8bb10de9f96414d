namespace MlopsSandbox.Simulation.Outcome;

/// <summary>A day of a story, as far as it can be told now. Of a replay of real days, all days up to a check.</summary>
public sealed record StoryDay
{
    /// <summary>The first of the days that are told together; the same as <see cref="Day"/> where days are made up.</summary>
    public required int FromDay { get; init; }
    /// <summary>The day, from 0; the last of those that are told together.</summary>
    public required int Day { get; init; }
    /// <summary>Requests that were answered.</summary>
    public required int Requests { get; init; }
    /// <summary>Labels of these requests that have arrived.</summary>
    public required int Labels { get; init; }
    /// <summary>Model version that answered last.</summary>
    public required int Version { get; init; }
    /// <summary>The check at its end; null when none was due, or none has ended yet.</summary>
    public StoryCheck? Check { get; init; }
    /// <summary>What the policy chose then: <c>none</c>, <c>wait</c> or <c>retrain</c>; null without a check.</summary>
    public string? Choice { get; init; }
    /// <summary>Quality of these requests alone, with that of the first champion on the same ones; null until there are labels, of classes labels of both.</summary>
    /// <remarks>A day has few labels: see <see cref="QualityWindow.StandardError"/>. <see cref="QualityWindow.WithoutRetrain"/> is NaN where the first champion was not asked.</remarks>
    public QualityWindow? Measured { get; init; }
    /// <summary>The same metric of the check's window, estimated without labels; null where no monitor estimated it.</summary>
    public EstimatedWindow? Estimated { get; init; }
}
