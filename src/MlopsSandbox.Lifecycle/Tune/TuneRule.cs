using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tune;

/// <summary>Decides which trials come next. Depends on seed and results alone, never on which trial ended first.</summary>
internal static class TuneRule
{
    /// <summary>The settings of the next batch; empty when the tuning is over.</summary>
    /// <param name="settings">How far to go.</param>
    /// <param name="family">What is tuned.</param>
    /// <param name="seed">Seed of the tuning; trial n depends on it and on n.</param>
    /// <param name="before">Merit of the best candidate without tuning, more is better; −∞ when there is none.</param>
    /// <param name="trials">Merit of all trials so far, by ordinal: whole batches.</param>
    public static IReadOnlyList<TrainerSettings> Next(TuneSettings settings, TrainerFamily family, int seed, double before, IReadOnlyList<double> trials)
    {
        if (trials.Count >= settings.Trials || IsOver(settings, before, trials)) return [];
        int next = Math.Min(settings.Batch, settings.Trials - trials.Count);
        return [.. Enumerable.Range(trials.Count, next).Select(ordinal => family.Draw(Seeds.Derive(seed, "trial", ordinal)))];
    }

    private static bool IsOver(TuneSettings settings, double before, IReadOnlyList<double> trials)
    {
        if (trials.Count < settings.Batch * settings.MinimumBatches) return false;
        double last = trials.TakeLast(settings.Batch).Max();
        double earlier = trials.SkipLast(settings.Batch).Append(before).Max();
        return last - earlier < settings.MinimumGain;
    }
}
