using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Thresholds;

/// <summary>Reads <c>monitor.thresholds</c> and <c>monitor.leastChange</c>.</summary>
internal static class ThresholdReading
{
    private const string Fixed = "fixed", Chunks = "chunks", Permutation = "permutation";
    private const string Kind = "kind", Score = "score", Above = "above", Sigmas = "sigmas", Permutations = "permutations";
    private static readonly string[] Kinds = [Fixed, Chunks, Permutation], Scores = ["psi", "jensenShannon", "wasserstein"];

    /// <summary>The rule; null when none is told, or none that can be used.</summary>
    public static ThresholdRule? Of(ScenarioReading reading, LocatedJson? monitor)
    {
        if (!ScenarioReading.Has(monitor, "thresholds")) return null;
        if (reading.Object(monitor, "thresholds", Kind, Score, Above, Sigmas, Permutations) is not { } thresholds) return null;
        string kind = reading.OneOf(thresholds, Kind, Kinds);
        if (!Kinds.Contains(thresholds.Members.GetValueOrDefault(Kind)?.Raw)) return null;
        string own = kind switch { Fixed => Above, Chunks => Sigmas, _ => Permutations };
        foreach (LocatedJson other in thresholds.Members.Where(member => member.Key is Above or Sigmas or Permutations && member.Key != own).Select(member => member.Value))
            reading.Refuse(other, $"is not for thresholds of kind '{kind}'", own, "Remove it, or change the kind.");
        DistanceScore score = (DistanceScore)Array.IndexOf(Scores, reading.OptionalOneOf(thresholds, Score, Scores) ?? Scores[0]);
        return kind switch
        {
            Fixed => new FixedThreshold(score, reading.Number(thresholds, Above, value => value >= 0, "a score of 0 or more, such as 0.2")),
            Chunks => new ChunkThreshold(score, ScenarioReading.Has(thresholds, Sigmas) ? reading.Number(thresholds, Sigmas, value => value is > 0 and <= 100, "a number of standard deviations above 0, such as 3") : 3),
            _ => new PermutationThreshold(score, ScenarioReading.Has(thresholds, Permutations) ? reading.Whole(thresholds, Permutations, 1, RelabelledCounts.Most, Permutations) : null),
        };
    }

    /// <summary>Refuses permutations that could never alarm at their share of the budget.</summary>
    /// <param name="reading">Notes it.</param>
    /// <param name="monitor">The section.</param>
    /// <param name="alpha">The share of each test.</param>
    public static void RefuseTooFew(ScenarioReading reading, LocatedJson? monitor, double alpha)
    {
        if (!(alpha is > 0 and < 1) || monitor?.Members.GetValueOrDefault("thresholds") is not { } thresholds) return;
        double least = RelabelledCounts.LeastDivisions(alpha);
        string needs = Invariant($"at least {least}, so that p can fall to each test's share of the budget, {alpha:G3}");
        if (thresholds.Members.GetValueOrDefault(Kind)?.Raw == Permutation && least > RelabelledCounts.Most)
            reading.Refuse(thresholds, Invariant($"may take {RelabelledCounts.Most} permutations at most"), needs, "Raise falseAlarmBudget, plan fewer checks, or watch less.");
        else if (thresholds.Members.GetValueOrDefault(Permutations) is { Raw: var told } permutations && int.TryParse(told, out int count) && count >= 1 && count < least)
            reading.Refuse(permutations, Invariant($"is {count}"), needs, "Raise it, or leave it out.");
    }

    /// <summary>From where on a change matters; what is not told stays at its default.</summary>
    public static LeastChange LeastOf(ScenarioReading reading, LocatedJson? monitor)
    {
        if (!ScenarioReading.Has(monitor, "leastChange")) return LeastChange.Default;
        LocatedJson? least = reading.Object(monitor, "leastChange", "values", "shares");
        return new LeastChange(ShareOf("values", LeastChange.OfValues), ShareOf("shares", LeastChange.OfShares));

        double ShareOf(string name, double otherwise) =>
            ScenarioReading.Has(least, name) ? reading.Number(least, name, value => value is >= 0 and < 1, Invariant($"a share of rows from 0, below 1, such as {otherwise}")) : otherwise;
    }
}
