using MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>Two files held against each other, column by column: no project, no model, no labels needed.</summary>
public sealed record FileComparison
{
    /// <summary>Rows from which a file is judged.</summary>
    public const int LeastRows = 20;

    /// <summary>The file that says what is usual.</summary>
    public required string Baseline { get; init; }

    /// <summary>Its rows.</summary>
    public required long BaselineRows { get; init; }

    /// <summary>The file that is judged.</summary>
    public required string Current { get; init; }

    /// <summary>Its rows.</summary>
    public required long CurrentRows { get; init; }

    /// <summary>Probability of any false alarm among all columns, in (0, 1).</summary>
    public required double Alpha { get; init; }

    /// <summary>All columns: those that drifted first, the largest change first.</summary>
    public required IReadOnlyList<ColumnComparison> Columns { get; init; }

    /// <summary>True when a column drifted.</summary>
    public bool Drifted => Columns.Any(column => column.Verdict == ColumnVerdict.Drifted);

    /// <summary>True when at least one column could be judged.</summary>
    public bool Judged => Columns.Any(column => column.Verdict != ColumnVerdict.NotJudged);

    /// <summary>The stretches of the current file that scores are told of.</summary>
    public required ChunkOrder Order { get; init; }

    /// <summary>By how much the share of values below any number may be off, as columns were summed up while they were read; 0 when all values were kept.</summary>
    public double RankError { get; init; }

    /// <summary>What people should know besides, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Compares the files.</summary>
    /// <remarks>
    /// The level is split evenly over the columns that are tested (Bonferroni), so the probability of any false alarm stays below it however
    /// columns depend on each other. An alarm needs a significant test and a population stability index beyond what these numbers of rows give by chance. No clock, no disk, no random numbers.
    /// </remarks>
    /// <param name="baseline">What is usual.</param>
    /// <param name="current">What is judged; read with this baseline.</param>
    /// <param name="alpha">Probability of any false alarm, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not in (0, 1).</exception>
    public static FileComparison Of(FileProfile baseline, CurrentFile current, double alpha)
    {
        if (alpha is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a probability in (0, 1).");
        (ColumnProfile Before, CurrentColumn Now, string? Refusal)[] shared = [.. baseline.Columns.Where(column => current.Shared.ContainsKey(column.Name))
            .Select(column => (column, current.Shared[column.Name], ColumnTest.Refusal(column, current.Shared[column.Name].Profile)))];
        string? tooFew = TooFew(baseline.Name, baseline.Rows) ?? TooFew(current.Name, current.Rows);
        int tested = shared.Count(column => column.Refusal is null);
        ColumnComparison[] judged = new ColumnComparison[shared.Length];
        Parallel.For(0, shared.Length, i => judged[i] = (tooFew ?? shared[i].Refusal) is { } reason
            ? NotJudged(shared[i].Before.Name, reason)
            : ColumnTest.Of(shared[i].Before, shared[i].Now, current.Order, alpha / tested));

        IEnumerable<ColumnComparison> columns = judged
            .Concat(baseline.Columns.Where(column => !current.Shared.ContainsKey(column.Name)).Select(column => Vanished(column.Name)))
            .Concat(current.NewColumns.Select(name => NotJudged(name, "it is new: the baseline has no such column")));
        return new FileComparison
        {
            Baseline = baseline.Name,
            BaselineRows = baseline.Rows,
            Current = current.Name,
            CurrentRows = current.Rows,
            Alpha = alpha,
            Columns = [.. columns.OrderBy(column => column.Verdict).ThenByDescending(column => column.Measure?.Effect ?? double.PositiveInfinity)],
            Order = current.Order,
            RankError = baseline.Columns.Concat(current.Shared.Values.Select(column => column.Profile)).OfType<NumberProfile>().Select(column => column.RankError).DefaultIfEmpty().Max(),
            Notes = [.. baseline.Notes.Concat(current.Notes).Distinct(StringComparer.Ordinal)],
        };
    }

    private static ColumnComparison NotJudged(string name, string reason) => new() { Name = name, Verdict = ColumnVerdict.NotJudged, Finding = reason };

    private static ColumnComparison Vanished(string name) => new() { Name = name, Verdict = ColumnVerdict.Drifted, Finding = "it is gone: the current file has no such column" };

    private static string? TooFew(string file, long rows) =>
        rows >= LeastRows ? null : FormattableString.Invariant($"{Path.GetFileName(file)} has {rows} {(rows == 1 ? "row" : "rows")}; columns are judged from {LeastRows} on");
}
