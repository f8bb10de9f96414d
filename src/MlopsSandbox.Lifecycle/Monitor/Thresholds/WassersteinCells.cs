namespace MlopsSandbox.Lifecycle.Monitor.Thresholds;

/// <summary>Numbers as counts over cells of both samples together, with the normed Wasserstein distance of such counts.</summary>
internal static class WassersteinCells
{
    /// <summary>Cells that are enough for the distance of thousands of divisions to be computed soon and nearly right.</summary>
    public const int Few = 500;

    /// <summary>Exact where each distinct value has a cell; else each cell stands at the mean of its values.</summary>
    /// <param name="baseline">Finite values, ascending, at least one.</param>
    /// <param name="window">The same.</param>
    /// <param name="mostCells">Of more distinct values, neighbours go together.</param>
    public static ScoredCells Of(double[] baseline, double[] window, int mostCells)
    {
        double[] pooled = [.. baseline.Concat(window).Order()];
        PooledCells cells = PooledCells.Of(pooled, mostCells);
        double[] places = PlacesOf(pooled, cells);
        double deviation = Deviation(baseline), scale = deviation > 0 ? deviation : 1;
        return new ScoredCells(cells.CountsOf(baseline), cells.CountsOf(window), (before, now) => Gap(before, now, places) / scale);
    }

    private static double[] PlacesOf(double[] pooled, PooledCells cells)
    {
        int[] rows = cells.CountsOf(pooled);
        double[] places = new double[rows.Length];
        int row = 0;
        for (int cell = 0; cell < rows.Length; cell++)
            for (int i = 0; i < rows[cell]; i++, row++) places[cell] += pooled[row] / rows[cell];
        return places;
    }

    // ∫ |F − G| dx between two step functions that step at the same places. A cell without rows stands nowhere and steps nowhere.
    private static double Gap(int[] before, int[] now, double[] places)
    {
        double n = before.Sum(), m = now.Sum(), area = 0, gap = 0;
        for (int cell = 0; cell < places.Length - 1; cell++)
        {
            gap += (before[cell] / n) - (now[cell] / m);
            area += Math.Abs(gap) * (places[cell + 1] - places[cell]);
        }

        return area;
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
