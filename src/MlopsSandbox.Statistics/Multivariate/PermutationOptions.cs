using static System.FormattableString;

namespace MlopsSandbox.Statistics;

/// <summary>How much work a test by permutation may do.</summary>
public sealed record PermutationOptions
{
    /// <summary>Random divisions that the found one is held against; 19 to 1,000,000, by default 999. The p value cannot fall below 1/(this + 1).</summary>
    public int Permutations { get; init; } = 999;

    /// <summary>
    /// Most rows taken of each sample; 2 to 5,000, by default 1,000. Of a larger sample that many are drawn without replacement. Time and memory
    /// grow with the square: 1,000 of each need 16 MB, 5,000 need 400 MB.
    /// </summary>
    public int MaximumRows { get; init; } = 1_000;

    /// <summary>Everything wrong with these options at once, one sentence each; empty when they can be used.</summary>
    public IEnumerable<string> Problems()
    {
        if (Permutations is < 19 or > 1_000_000) yield return Invariant($"permutations is {Permutations}; expected 19 to 1000000.");
        if (MaximumRows is < 2 or > 5_000) yield return Invariant($"maximumRows is {MaximumRows}; expected 2 to 5000 rows of each sample.");
    }

    internal void Require()
    {
        string problems = string.Join(" ", Problems());
        if (problems.Length > 0) throw new ArgumentException($"The options of the permutation test cannot be used: {problems}");
    }
}
