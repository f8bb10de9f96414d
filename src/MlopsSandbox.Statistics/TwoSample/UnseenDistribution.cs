using System.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>The distribution of the rows of values that lie wholly in the window, given how often each value occurs in both samples and the window's size.</summary>
/// <remarks>
/// Let each row go to the window by itself, with the window's share f of all rows. Then values are independent, and a value of c rows adds w rows to the window and c to the sum, if all of them
/// go there, so that the pair (rows of the window, sum) has the characteristic function Π ((1 − f + f·e^iθ)^c − (f·e^iθ)^c + (f·e^iθ·e^iω)^c). Summed over θ it is brought
/// back to the window's size as it is, and over ω to each sum. Both are whole numbers in a known range, so that finite sums are exact.
/// </remarks>
internal static class UnseenDistribution
{
    /// <summary>Factors that may be worked out: some tenths of a second.</summary>
    private const double MostFactors = 4e6;

    /// <summary>Probabilities below this are left out.</summary>
    private const double Negligible = 1e-17;

    /// <summary>P(sum ≥ s) for s = 0, 1, … up to where it is negligible; null when that is too much work.</summary>
    public static double[]? Tails(UnseenBound bound)
    {
        double share = (double)bound.Rows / bound.All;
        AlikeValues[] rare = [.. bound.Alike.Where(values => values.Values * Math.Pow(share, values.Rows) > Negligible)];
        long commonRows = bound.All - rare.Sum(values => (long)values.Rows * values.Values);
        int sums = SumsWorthCounting(bound), sizes = (int)Math.Min(bound.All + 1, Math.Ceiling(12 * Math.Sqrt(bound.All * share * (1 - share))) + 30);
        Complex[] turns = [.. Enumerable.Range(0, sums).Select(k => Complex.FromPolarCoordinates(1, Math.Tau * k / sums))], ofSums = new Complex[(sums / 2) + 1];
        double factors = 0;
        for (int place = 0; place < sizes; place++)
        {
            Window window = new(share, Math.Tau * place / sizes, commonRows);
            (Complex Miss, Complex Hit, AlikeValues Values)[] ofValues = [.. rare.Select(window.Of)];
            if (window.Largest(ofValues) < Negligible) continue;
            if ((factors += (double)ofSums.Length * (rare.Length + 1)) > MostFactors) return null;
            Complex back = window.Common * Complex.FromPolarCoordinates(1, -Math.IEEERemainder((double)place * bound.Rows / sizes, 1) * Math.Tau);
            for (int k = 0; k < ofSums.Length; k++) ofSums[k] += back * Product(ofValues, turns, k);
        }

        return FromAbove(ofSums, turns);
    }

    private static int SumsWorthCounting(UnseenBound bound)
    {
        (long likely, long negligible) = (0, bound.Rows + 1);
        while (negligible - likely > 1)
        {
            long middle = (likely + negligible) / 2;
            if (bound.Tail(middle) > Negligible) likely = middle;
            else negligible = middle;
        }

        return (int)Math.Min(int.MaxValue / 2, likely + 1);
    }

    private static Complex Product((Complex Miss, Complex Hit, AlikeValues Values)[] ofValues, Complex[] turns, long frequency)
    {
        Complex product = Complex.One;
        foreach ((Complex miss, Complex hit, AlikeValues values) in ofValues)
            product *= Power(miss + (hit * turns[frequency * values.Rows % turns.Length]), values.Values);
        return product;
    }

    // The sum of a real distribution's transform: the second half mirrors the first.
    private static double[] FromAbove(Complex[] ofSums, Complex[] turns)
    {
        int sums = turns.Length;
        double[] tails = new double[sums];
        double above = 0;
        for (int sum = sums - 1; sum >= 0; sum--)
        {
            double chance = ofSums[0].Real;
            for (int k = 1; k < ofSums.Length; k++)
                chance += (2 * k == sums ? 1 : 2) * (ofSums[k] * Complex.Conjugate(turns[(long)sum * k % sums])).Real;
            tails[sum] = above += Math.Max(0, chance);
        }

        for (int sum = 0; sum < sums; sum++) tails[sum] /= above;
        return tails;
    }

    private static Complex Power(Complex value, long exponent)
    {
        Complex power = Complex.One;
        for (; exponent > 0; exponent >>= 1, value *= value)
            if ((exponent & 1) != 0) power *= value;
        return power;
    }

    /// <summary>Rows that go to the window at one frequency of its size.</summary>
    private readonly struct Window(double share, double frequency, long commonRows)
    {
        private readonly Complex _to = Complex.FromPolarCoordinates(share, frequency);

        /// <summary>Factor of the values that cannot lie wholly in the window.</summary>
        public Complex Common => Power(1 - share + _to, commonRows);

        public (Complex Miss, Complex Hit, AlikeValues Values) Of(AlikeValues values) =>
            Power(_to, values.Rows) is var hit ? (Power(1 - share + _to, values.Rows) - hit, hit, values) : default;

        /// <summary>The product is at most this, whatever the frequency of the sum.</summary>
        public double Largest((Complex Miss, Complex Hit, AlikeValues Values)[] ofValues)
        {
            double log = Math.Log(Common.Magnitude);
            foreach ((Complex miss, Complex hit, AlikeValues values) in ofValues) log += values.Values * Math.Log(miss.Magnitude + hit.Magnitude);
            return Math.Exp(log);
        }
    }
}
