namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Quantiles by linear interpolation, Hyndman and Fan's type 7: what numpy and R give by default.</summary>
internal static class Quantiles7
{
    /// <param name="ascending">Sorted values, at least one, none NaN.</param>
    /// <param name="share">In [0, 1]; 0.5 is the median.</param>
    public static double Of(IReadOnlyList<double> ascending, double share)
    {
        double place = share * (ascending.Count - 1);
        int below = (int)place;
        double low = ascending[below], high = ascending[Math.Min(below + 1, ascending.Count - 1)];
        return low + ((place - below) * (high - low));
    }
}
