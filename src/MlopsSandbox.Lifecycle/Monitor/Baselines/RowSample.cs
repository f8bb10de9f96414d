using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Whole rows of a baseline, for what only features together can show.</summary>
/// <param name="Rows">Rows of the dataset version that the model came from, those that no fit has seen first; labels and row ids are not kept.</param>
/// <param name="HeldOut">How many of them, from the first on, no fit has seen.</param>
public sealed record RowSample(Table Rows, int HeldOut)
{
    /// <summary>Most rows that are kept: enough for the joint tests, and some 100 kB of 20 features.</summary>
    public const int MostRows = 1_000;

    /// <summary>The held-out rows, at most <see cref="MostRows"/>, and as many others as there is room for, drawn by the seed. The order of the rows makes no difference.</summary>
    public static RowSample Of(Table rows, IReadOnlySet<int> fitRowIds, int seed)
    {
        SeededRandom random = new(Seeds.Derive(seed, "baseline rows"));
        int[] heldOut = Drawn(random, rows, position => !fitRowIds.Contains(rows.RowIds[position]), MostRows);
        int[] others = Drawn(random, rows, position => fitRowIds.Contains(rows.RowIds[position]), MostRows - heldOut.Length);
        return new RowSample(WithoutIds(rows.Take([.. heldOut, .. others]).Columns), heldOut.Length);
    }

    /// <summary>Columns as a table of rows that are nobody's.</summary>
    internal static Table WithoutIds(IReadOnlyList<Column> columns)
    {
        int rows = columns.Count == 0 ? 0 : columns[0].Count;
        return new Table(new int[rows], columns, new double[rows]);
    }

    private static int[] Drawn(SeededRandom random, Table rows, Func<int, bool> wanted, int most)
    {
        int[] positions = [.. Enumerable.Range(0, rows.Count).Where(wanted).OrderBy(position => rows.RowIds[position])];
        random.Shuffle<int>(positions);
        return positions[..Math.Min(most, positions.Length)];
    }
}
