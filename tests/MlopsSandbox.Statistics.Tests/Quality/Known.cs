namespace MlopsSandbox.Statistics.Tests.Quality;

/// <summary>Ten rows, with ties, that scikit-learn 1.2.1 was asked about.</summary>
internal static class Known
{
    public static readonly double[] Scores = [0.1, 0.4, 0.35, 0.8, 0.4, 0.65, 0.2, 0.4, 0.9, 0.7];
    public static readonly bool[] Labels = [false, false, true, true, false, true, false, true, true, false];
}
