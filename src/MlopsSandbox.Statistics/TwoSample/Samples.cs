namespace MlopsSandbox.Statistics;

/// <summary>What samples must hold to before a test reads them.</summary>
internal static class Samples
{
    /// <summary>Distances below this count as none, since their squares have no room in a double.</summary>
    public const double Negligible = 1e-150;

    private const double Largest = 1e150;

    /// <exception cref="ArgumentException">Fewer than <paramref name="least"/> values, out of order, or a NaN.</exception>
    public static void RequireAscending(ReadOnlySpan<double> sample, string name, int least = 1)
    {
        RequireCount(sample, name, least);
        if (double.IsNaN(sample[0])) throw new ArgumentException("The sample has a NaN; leave missing values out.", name);
        for (int i = 1; i < sample.Length; i++)
        {
            if (!(sample[i - 1] <= sample[i]))
                throw new ArgumentException($"Value {i} of the sample breaks the ascending order or is NaN; sort it and leave missing values out.", name);
        }
    }

    /// <exception cref="ArgumentException">Fewer than <paramref name="least"/> values, or one that is NaN, infinite or beyond ±1e150.</exception>
    public static void RequireFinite(ReadOnlySpan<double> sample, string name, int least)
    {
        RequireCount(sample, name, least);
        for (int i = 0; i < sample.Length; i++)
        {
            if (!(Math.Abs(sample[i]) <= Largest))
                throw new ArgumentException($"Value {i} of the sample is {sample[i]}; expected a number from -1E+150 to 1E+150.", name);
        }
    }

    /// <exception cref="ArgumentException">Fewer than <paramref name="least"/> values.</exception>
    public static void RequireCount(ReadOnlySpan<double> sample, string name, int least)
    {
        if (sample.Length >= least) return;
        string found = sample.Length switch { 0 => "is empty", 1 => "has 1 value", var count => $"has {count} values" };
        throw new ArgumentException($"The sample {found}; expected at least {(least == 1 ? "one value" : $"{least} values")}.", name);
    }
}
