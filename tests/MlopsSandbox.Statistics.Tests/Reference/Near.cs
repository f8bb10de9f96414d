namespace MlopsSandbox.Statistics.Tests.Reference;

/// <summary>Holds figures against those of other libraries.</summary>
internal static class Near
{
    /// <summary>Within <paramref name="relative"/> of the expected figure, or <paramref name="rounding"/> where that figure is the rounding error of 0.</summary>
    public static void Equal(double expected, double actual, string name, double relative = 1e-9, double rounding = 1e-14) => Assert.True(
        expected.Equals(actual) || Math.Abs(actual - expected) <= Math.Max(relative * Math.Abs(expected), rounding),
        $"{name}: expected {expected:R}, found {actual:R}");
}
