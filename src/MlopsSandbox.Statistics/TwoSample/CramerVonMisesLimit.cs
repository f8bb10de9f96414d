namespace MlopsSandbox.Statistics;

/// <summary>The limit distribution of the Cramér–von Mises statistic: that of Σ Z²/(πk)² over independent normal Z for k = 1, 2, ….</summary>
internal static class CramerVonMisesLimit
{
    private const int Nodes = 256, MostTerms = 40;

    /// <summary>P(W ≥ x), accurate relative to itself, so that small p values keep their meaning.</summary>
    /// <remarks>
    /// Smirnov's alternating series (1936): the k-th term is (2/π) ∫ exp(−xt²/2) / √(−t·sin t) dt for t from (2k − 1)π to 2kπ. The
    /// integrand is singular at both ends, which the nodes of Gauss and Chebyshev take up.
    /// </remarks>
    public static double Tail(double x)
    {
        if (x < 0.003) return 1; // there the distribution function is below 2e-18
        double sum = 0;
        for (int k = 1; k <= MostTerms; k++)
        {
            double term = Integral(x, k);
            sum += k % 2 == 1 ? term : -term;
            if (term <= 1e-17 * sum) break;
        }

        return Math.Clamp(sum, 0, 1);
    }

    // t = (2k − ½)π + (π/2)·cos θ, where −sin t = sin(π·sin²(θ/2)).
    private static double Integral(double x, int k)
    {
        double sum = 0;
        for (int node = 0; node < Nodes; node++)
        {
            double theta = (node + 0.5) * Math.PI / Nodes, half = Math.Sin(theta / 2);
            double t = ((2 * k) - 0.5 + (Math.Cos(theta) / 2)) * Math.PI;
            sum += Math.Exp(-x * t * t / 2) * Math.Sin(theta) / Math.Sqrt(t * Math.Sin(Math.PI * half * half));
        }

        return sum * Math.PI / Nodes;
    }
}
