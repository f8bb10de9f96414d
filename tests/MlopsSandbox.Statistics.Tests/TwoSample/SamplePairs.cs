using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

/// <summary>Pairs of samples with and without ties, for what must hold of any.</summary>
internal static class SamplePairs
{
    private static readonly Gen<double> Value = Gen.OneOf(Gen.Double[-5, 5], Gen.Int[-3, 3].Select(value => (double)value));

    public static Gen<(double[] Baseline, double[] Current)> OfSizes(int least, int most) =>
        Gen.Select(Value.Array[least, most], Value.Array[least, most]).Select((x, y) => (x, y));

    /// <summary>Rises strictly and is exact in binary, so that it makes and breaks no ties.</summary>
    public static double[] Transformed(double[] sample) => [.. sample.Select(x => 8 * x)];

    public static double[] Reversed(double[] sample) => [.. sample.Select(x => -x)];

    public static bool Near(double one, double other) => Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(one));
}
