namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>Two files held against each other, column by column: no project, no model, no labels needed.</summary>
public sealed record FileComparison
{
    /// <summary>Rows from which a file is judged.</summary>
    public const int LeastRows = 20;

    /// <summary>The file that says what is usual.</summary>
    public required string Baseline { get; init; }

    /// <summary>Its rows.</summary>
    public required int BaselineRows { get; init; }

    /// <summary>The file that is judged.</summary>
    public required string Current { get; init; }

    /// <summary>Its rows.</summary>
    public required int CurrentRows { get; init; }

    /// <summary>Probability of any false alarm among all columns, in (0, 1).</summary>
    public required double Alpha { get; init; }

    /// <summary>All columns: those that drifted first, the largest change first.</summary>
    public required IReadOnlyList<ColumnComparison> Columns { get; init; }

    /// <summary>True when a column drifted.</summary>
    public bool Drifted => Columns.Any(column => column.Verdict == ColumnVerdict.Drifted);

    /// <summary>Compares the files.</summary>
    /// <remarks>
    /// The level is split evenly over the columns that are tested (Bonferroni), so the probability of any false alarm stays below it however
    /// columns depend on each other. An alarm needs a significant test and a population stability index beyond what these numbers of rows give by chance. No clock, no disk, no random numbers.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not in (0, 1).</exception>
    public static FileComparison Of(ComparedFile baseline, ComparedFile current, double alpha)
    {
        if (alpha is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a probability in (0, 1).");
        Dictionary<string, string[]> now = current.Columns.ToDictionary(column => column.Name, column => column.Cells, StringComparer.Ordinal);
        ComparedColumn[] shared = [.. baseline.Columns.Where(column => now.ContainsKey(column.Name))
            .Select(column => new ComparedColumn(column.Name, column.Cells, baseline.HasDecimalComma, now[column.Name], current.HasDecimalComma))];
        string? tooFew = TooFew(baseline) ?? TooFew(current);
        int tested = shared.Count(column => column.Refusal is null);

        IEnumerable<ColumnComparison> columns = shared.Select(column => (tooFew ?? column.Refusal) is { } reason ? NotJudged(column.Name, reason) : ColumnTest.Of(column, alpha / tested))
            .Concat(baseline.Columns.Where(column => !now.ContainsKey(column.Name)).Select(column => Vanished(column.Name)))
            .Concat(current.Columns.Where(column => baseline.Columns.All(known => known.Name != column.Name))
                .Select(column => NotJudged(column.Name, "it is new: the baseline has no such column")));
        return new FileComparison
        {
            Baseline = baseline.Path,
            BaselineRows = baseline.Rows,
            Current = current.Path,
            CurrentRows = current.Rows,
            Alpha = alpha,
            Columns = [.. columns.OrderBy(column => column.Verdict).ThenByDescending(column => column.Measure?.Effect ?? double.PositiveInfinity)],
        };
    }

    private static ColumnComparison NotJudged(string name, string reason) => new() { Name = name, Verdict = ColumnVerdict.NotJudged, Finding = reason };

    private static ColumnComparison Vanished(string name) => new() { Name = name, Verdict = ColumnVerdict.Drifted, Finding = "it is gone: the current file has no such column" };

    private static string? TooFew(ComparedFile file) =>
        file.Rows >= LeastRows ? null : FormattableString.Invariant($"{Path.GetFileName(file.Path)} has {file.Rows} {(file.Rows == 1 ? "row" : "rows")}; columns are judged from {LeastRows} on");
}
