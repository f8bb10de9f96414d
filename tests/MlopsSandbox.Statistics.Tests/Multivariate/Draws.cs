namespace MlopsSandbox.Statistics.Tests.Multivariate;

/// <summary>Rows of correlated normal features.</summary>
internal static class Draws
{
    /// <summary>Each row shares a number among its features with the given weight, so their correlation is its square.</summary>
    public static FeatureRows Normal(SeededRandom random, int rows, int columns, double shift = 0, double shared = 0.5)
    {
        double own = Math.Sqrt(1 - (shared * shared));
        double[] values = new double[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            double common = shared * random.NextGaussian();
            for (int k = 0; k < columns; k++) values[(row * columns) + k] = common + (own * random.NextGaussian()) + shift;
        }

        return new FeatureRows(values, columns);
    }
}
