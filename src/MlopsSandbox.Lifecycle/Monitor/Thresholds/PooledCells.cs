namespace MlopsSandbox.Lifecycle.Monitor.Thresholds;

/// <summary>Cells of a number with about as many rows of both samples together in each: which cell a row is in does not depend on whose it is.</summary>
/// <param name="Ends">The largest value of each cell, ascending; the last is the largest of all.</param>
internal sealed record PooledCells(double[] Ends)
{
    /// <summary>Chooses cells.</summary>
    /// <param name="pooled">All values, ascending, at least one.</param>
    /// <param name="most">Of more distinct values, neighbours go together. A value that fills a cell by itself has one of its own.</param>
    public static PooledCells Of(double[] pooled, int most)
    {
        double[] distinct = [.. pooled.Distinct()];
        if (distinct.Length <= most) return new PooledCells(distinct);
        List<double> ends = [];
        for (int cell = 1; cell <= most; cell++)
        {
            double end = pooled[((long)cell * pooled.Length / most) - 1];
            bool isAgain = ends.Count > 0 && ends[^1] == end, standsAlone = ends.Count > 1 && ends[^2] == Math.BitDecrement(end);
            if (!isAgain) ends.Add(end);
            else if (!standsAlone && pooled[0] < end) ends.Insert(ends.Count - 1, Math.BitDecrement(end));
        }

        return new PooledCells([.. ends.Distinct()]);
    }

    /// <summary>Rows in each cell.</summary>
    /// <param name="ascending">Values, none above the last end.</param>
    public int[] CountsOf(double[] ascending)
    {
        int[] counts = new int[Ends.Length];
        int cell = 0;
        foreach (double value in ascending)
        {
            while (value > Ends[cell]) cell++;
            counts[cell]++;
        }

        return counts;
    }
}
