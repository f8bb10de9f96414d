using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;

/// <summary>Sums up a file that is judged, in one reading.</summary>
internal static class CurrentReading
{
    /// <summary>Names the order of the rows, where a column of that name is not there.</summary>
    public const string Rows = "rows";

    /// <summary>Reads the file to its end.</summary>
    /// <param name="source">The file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="baseline">What it is held against.</param>
    /// <param name="time">The column whose dates order the rows; <see cref="Rows"/> for none; null to take the baseline's only column of dates.</param>
    /// <param name="progress">Told the share that is read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ScenarioException">There is no such time column, or it holds no dates; or the file can't be used.</exception>
    public static CurrentFile Of(RowSource source, string name, FileProfile baseline, string? time, Action<double> progress, CancellationToken cancellation)
    {
        string? column = TimeColumn(source, name, baseline, time);
        RowOrder order = new(column is null ? null : source.Names.Index().First(known => known.Item == column).Index);
        Dictionary<string, ColumnProfile> known = baseline.Columns.ToDictionary(profile => profile.Name, StringComparer.Ordinal);
        int texts = FileProfiling.TextsOfAColumn(source.Names.Count);
        ColumnTally?[] tallies = [.. source.Names.Select(own => known.TryGetValue(own, out ColumnProfile? profile) ? Tally(profile, source.HasDecimalComma, texts, order.Plan) : null)];
        long rows = RowWalk.Over(source, tallies, block => Place(order, block, tallies), progress, cancellation);
        if (time is not null && column is not null && rows > 0 && order.Timeless == rows)
            throw new ScenarioException($"{name}: column '{column}' holds no dates that can be read; expected such as 2026-03-14 or 2026-03-14 15:09:26. Name another with --time, or --time {Rows} for the order of the rows.");
        return new CurrentFile(
            name,
            rows,
            tallies.Index().Where(tally => tally.Item is not null).ToDictionary(tally => source.Names[tally.Index], tally => tally.Item!.Column(source.Names[tally.Index]), StringComparer.Ordinal),
            [.. source.Names.Where(own => !known.ContainsKey(own))],
            new ChunkOrder(column, order.Plan.Firsts, order.Timeless))
        {
            Notes = source.Notes,
        };
    }

    private static string? TimeColumn(RowSource source, string name, FileProfile baseline, string? time)
    {
        if (time is not null && source.Names.Contains(time)) return time;
        if (time is not null and not Rows)
            throw new ScenarioException($"{name}: there is no column '{time}' to order the rows by; expected one of its columns, or '{Rows}'. Correct --time.");
        string[] dates = [.. baseline.Columns.OfType<UnjudgedProfile>().Where(column => column.Looks == UnjudgedKind.Dates && source.Names.Contains(column.Name)).Select(column => column.Name)];
        return time is null && dates.Length == 1 ? dates[0] : null;
    }

    private static void Place(RowOrder order, RowBlock block, ColumnTally?[] tallies)
    {
        if (order.Place(block) is not { } moved) return;
        foreach (ColumnTally? tally in tallies) tally?.Move(moved);
    }

    private static ColumnTally Tally(ColumnProfile baseline, bool decimalComma, int texts, ChunkPlan plan) => baseline switch
    {
        NumberProfile number => new NumberTally(new NumberBins(number), decimalComma, plan),
        CategoryProfile category => new CategoryTally(category, decimalComma, texts, plan),
        UnjudgedProfile unjudged => new MissingTally(unjudged, plan),
        _ => throw new System.Diagnostics.UnreachableException($"no tally for {baseline.GetType().Name}"),
    };
}
