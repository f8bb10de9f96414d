using System.Diagnostics;
using System.Globalization;

namespace MlopsSandbox.Lifecycle.Tests.Torture;

/// <summary>Tortures one run after another until enough kills have hit.</summary>
internal static class TortureRuns
{
    /// <summary>Runs so many rounds that there were that many kills, and judges each.</summary>
    /// <param name="kills">At least 1.</param>
    /// <param name="seed">Decides who is killed when; round n uses seed + n - 1.</param>
    /// <param name="tell">Told of each round; may be null.</param>
    public static TortureResult Until(int kills, int seed, Action<string>? tell = null)
    {
        Stopwatch clock = Stopwatch.StartNew();
        Ending undisturbed = TortureRound.Undisturbed();
        TortureResult sum = new(Runs: 0, Kills: 0, Again: 0, LinesAgain: 0, clock.Elapsed, Problems: [.. Plain(undisturbed)]);
        for (; sum.Kills < kills; seed++)
        {
            Ending tortured = TortureRound.Tortured(new Random(seed), kills - sum.Kills);
            string[] problems = [.. Verdict.Problems(undisturbed, tortured).Select(problem => string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {problem}"))];
            sum = new TortureResult(sum.Runs + 1, sum.Kills + tortured.Killed.Count, sum.Again + Repeated(tortured, Act.Begin), sum.LinesAgain + Repeated(tortured, Act.Line),
                clock.Elapsed, [.. sum.Problems, .. problems]);
            tell?.Invoke(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {tortured.Killed.Count} kills, {problems.Length} problems"));
        }
        return sum;
    }

    // What is held against everything else must itself be as drawn.
    private static IEnumerable<string> Plain(Ending undisturbed)
    {
        if (!undisturbed.Remembered.Contains($"run {TorturedWorkflow.RunId} succeeded without error")) yield return "The undisturbed run did not succeed.";
        string[] lines = [.. undisturbed.Told.Where(told => told.Act == Act.Line).Select(told => told.Text)];
        if (!lines.SequenceEqual(TorturedWorkflow.Lines)) yield return $"The undisturbed run wrote: {string.Join(", ", lines)}.";
        foreach (Act act in Enum.GetValues<Act>())
            if (Repeated(undisturbed, act) is var again and > 0) yield return string.Create(CultureInfo.InvariantCulture, $"Undisturbed, {again} times {act} came again.");
    }

    private static int Repeated(Ending ending, Act act) => ending.Told.Count(told => told.Act == act) - ending.Told.Where(told => told.Act == act).DistinctBy(told => told.Key).Count();
}
