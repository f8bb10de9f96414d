namespace MlopsSandbox.Statistics;

/// <summary>Draws how many marked rows are among some taken from a whole without replacement.</summary>
internal static class Hypergeometric
{
    private const int FewRows = 12;
    private static readonly double Width = 2 * Math.Sqrt(2 / Math.E), Margin = 3 - (2 * Math.Sqrt(3 / Math.E));

    /// <param name="random">Draws.</param>
    /// <param name="marked">Marked rows, 0 to <paramref name="all"/>.</param>
    /// <param name="all">Rows of the whole.</param>
    /// <param name="taken">Rows that are taken, 0 to <paramref name="all"/>.</param>
    public static int Draw(SeededRandom random, int marked, int all, int taken)
    {
        // Marks and takings can change places, and each can be turned round: only the smaller halves are drawn.
        if (2L * marked > all) return taken - Draw(random, all - marked, all, taken);
        if (2L * taken > all) return marked - Draw(random, marked, all, all - taken);
        (int fewer, int more) = (Math.Min(marked, taken), Math.Max(marked, taken));
        return fewer <= FewRows ? OneByOne(random, fewer, more, all) : ByRatio(random, fewer, more, all);
    }

    private static int OneByOne(SeededRandom random, int fewer, int more, int all)
    {
        int hits = 0;
        for (int i = 0; i < fewer; i++)
            if (random.NextDouble() * (all - i) < more - hits) hits++;
        return hits;
    }

    // Stadlober (1990), The ratio of uniforms approach for generating discrete random variates, J. Comput. Appl. Math. 31, 181–189: the algorithm HRUA.
    private static int ByRatio(SeededRandom random, int fewer, int more, int all)
    {
        double n = all, share = more / n, mean = fewer * share, variance = (n - fewer) * mean * (1 - share) / (n - 1);
        double centre = mean + 0.5, width = (Width * Math.Sqrt(variance + 0.5)) + Margin;
        double highest = LogWeight((int)((fewer + 1.0) * (more + 1.0) / (n + 2)), fewer, more, all);
        while (true)
        {
            double u = 1 - random.NextDouble(), x = centre + (width * (random.NextDouble() - 0.5) / u);
            if (x < 0 || x >= fewer + 1.0) continue;
            double gain = LogWeight((int)x, fewer, more, all) - highest;
            // 2 ln u lies between these two, which are cheaper.
            if ((u * (4 - u)) - 3 <= gain) return (int)x;
            if (u - (1 / u) > gain) continue;
            if (2 * Math.Log(u) <= gain) return (int)x;
        }
    }

    private static double LogWeight(int hits, int fewer, int more, int all) =>
        -(LogFactorial.Of(hits) + LogFactorial.Of(fewer - hits) + LogFactorial.Of(more - hits) + LogFactorial.Of(all - more - fewer + hits));
}
