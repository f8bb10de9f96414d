namespace MlopsSandbox.Simulation.Outcome;

/// <summary>When things happened, in days of the story from 0; null what did not happen.</summary>
/// <param name="Kind">The drift that was told, in the words of <c>--drift</c>.</param>
/// <param name="InjectedDay">The first day on which the world had changed.</param>
/// <param name="DetectedDay">The day at whose end the monitor first raised an alarm, right or false.</param>
/// <param name="RetrainedDay">The day at whose end the retrain ran that won; when none won, the first that ran.</param>
/// <param name="RecoveredDay">The day at whose end the labels of the first recovered window had arrived.</param>
public sealed record DriftTimeline(string Kind, int? InjectedDay, int? DetectedDay, int? RetrainedDay, int? RecoveredDay);
