using System.Globalization;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>What a stage's answer must keep to, so that a workflow never waits for what can't come.</summary>
internal static class StagePromise
{
    /// <exception cref="InvalidOperationException">The stage's answer breaks what it declares.</exception>
    public static void Demand(IStage stage, StageWork work, StageResult result)
    {
        if (Broken(stage, work, result) is { } what) throw new InvalidOperationException($"stage {stage.Descriptor.Type}: {what}");
    }

    private static string? Broken(IStage stage, StageWork work, StageResult result) => result switch
    {
        TrialsWanted when stage is not ITrialStage => "asks for trials; expected so only of a stage that has them.",
        TrialsWanted { Trials.Count: 0 } => "asks for no trials at all; expected at least one, or to be done.",
        TrialsWanted wanted when Repeated(work, wanted) is { } ordinal =>
            string.Create(CultureInfo.InvariantCulture, $"asks for trial {ordinal} again; expected ordinals that go on where the batch before ended."),
        StageCompleted completed when work.Key.Ordinal is null && stage.Descriptor.Outcomes is { } known && !known.Contains(completed.Outcome) =>
            $"leaves by '{completed.Outcome}'; expected one of {string.Join(", ", known)}.",
        _ => null,
    };

    private static int? Repeated(StageWork work, TrialsWanted wanted)
    {
        HashSet<int> seen = [.. work.Trials.Select(trial => trial.Trial.Ordinal)];
        foreach (TrialSpec trial in wanted.Trials)
            if (!seen.Add(trial.Ordinal)) return trial.Ordinal;
        return null;
    }
}
