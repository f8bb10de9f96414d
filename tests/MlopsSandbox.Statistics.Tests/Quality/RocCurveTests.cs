namespace MlopsSandbox.Statistics.Tests.Quality;

public sealed class RocCurveTests
{
    [Fact] // expected: scikit-learn 1.2.1, metrics.roc_curve(drop_intermediate=False); its first threshold is max + 1, ours infinite
    public void Of_TenRowsWithTies_MatchesScikitLearn()
    {
        RocPoint[] points = RocCurve.Of(Known.Scores, Known.Labels);

        Assert.Equal([0, 0, 0, 0.2, 0.2, 0.6, 0.6, 0.8, 1], points.Select(point => point.FalsePositiveRate));
        Assert.Equal([0, 0.2, 0.4, 0.4, 0.6, 0.8, 1, 1, 1], points.Select(point => point.TruePositiveRate));
        Assert.Equal([double.PositiveInfinity, 0.9, 0.8, 0.7, 0.65, 0.4, 0.35, 0.2, 0.1], points.Select(point => point.Threshold));
    }

    [Fact]
    public void Of_AreaByTrapezoids_IsTheAuc()
    {
        RocPoint[] points = RocCurve.Of(Known.Scores, Known.Labels);

        double area = points.Zip(points.Skip(1), (a, b) => (b.FalsePositiveRate - a.FalsePositiveRate) * (a.TruePositiveRate + b.TruePositiveRate) / 2).Sum();

        Assert.Equal(RocAuc.Of(Known.Scores, Known.Labels).Value, area, tolerance: 1e-12);
    }
}
