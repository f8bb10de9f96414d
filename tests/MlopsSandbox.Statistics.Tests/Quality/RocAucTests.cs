using CsCheck;

namespace MlopsSandbox.Statistics.Tests.Quality;

public sealed class RocAucTests
{
    private static readonly Gen<(double Score, bool Label)[]> Rows = Gen.Select(Gen.Int[0, 20], Gen.Bool, (score, label) => (score / 20.0, label)).Array[4, 60]
        .Where(rows => rows.Count(row => row.Item2) > 1 && rows.Count(row => !row.Item2) > 1);

    [Fact] // area: scikit-learn 1.2.1 roc_auc_score; error: DeLong's structural components from their definition in numpy 1.24.2
    public void Of_TenRowsWithTies_MatchesScikitLearn()
    {
        AucEstimate auc = RocAuc.Of(Known.Scores, Known.Labels);

        Assert.Equal(0.76, auc.Value, tolerance: 1e-12);
        Assert.Equal(0.16186414056238646, auc.StandardError, tolerance: 1e-12);
        Assert.Equal((5, 5), (auc.Positives, auc.Negatives));
    }

    [Fact] // the same two references on 60 rows whose scores are rounded to tenths
    public void Of_SixtyRowsWithManyTies_MatchesScikitLearn()
    {
        double[] raw = [.. Enumerable.Range(0, 60).Select(i => i * 37 % 101 / 101.0)];
        bool[] labels = [.. Enumerable.Range(0, 60).Select(i => i * 53 % 97 / 97.0 < raw[i])];

        AucEstimate auc = RocAuc.Of([.. raw.Select(score => Math.Round(score, 1))], labels);

        Assert.Equal(0.815, auc.Value, tolerance: 1e-12);
        Assert.Equal(0.06205145559745116, auc.StandardError, tolerance: 1e-12);
    }

    [Fact]
    public void Of_AnyRows_IsBoundedAndTurnsRoundWithTheScores() => Rows.Sample(rows =>
    {
        bool[] labels = [.. rows.Select(row => row.Label)];
        double auc = RocAuc.Of([.. rows.Select(row => row.Score)], labels).Value;
        return auc is >= 0 and <= 1 && Math.Abs(auc + RocAuc.Of([.. rows.Select(row => -row.Score)], labels).Value - 1) < 1e-12;
    });

    [Fact]
    public void Of_AnyRows_IgnoresOrderAndScale() => Rows.Sample(rows =>
    {
        AucEstimate auc = Of(rows), reversed = Of([.. rows.Reverse()]), scaled = Of([.. rows.Select(row => (Math.Exp(row.Score), row.Label))]);
        return Near(auc, reversed) && Near(auc, scaled);
    });

    [Fact]
    public void Of_OneClass_IsUndefined() => Assert.Equal(new AucEstimate(double.NaN, double.NaN, 2, 0), RocAuc.Of([0.1, 0.2], [true, true]));

    [Fact]
    public void Of_ClassesApart_IsOneWithoutError() => Assert.Equal(new AucEstimate(1, 0, 2, 2), RocAuc.Of([0.1, 0.2, 0.8, 0.9], [false, false, true, true]));

    [Fact] // expected: scipy 1.10.1, stats.norm.cdf(−0.14 / hypot(0.03, 0.02))
    public void TestBelow_KnownEstimates_MatchesScipy()
    {
        TestResult result = new AucEstimate(0.70, 0.03, 90, 270).TestBelow(new AucEstimate(0.84, 0.02, 130, 360));

        Assert.Equal(-3.8829013735766047, result.Statistic, tolerance: 1e-12);
        Assert.Equal(1, result.PValue / 5.160872074756962e-05, tolerance: 1e-9);
        Assert.Equal(-3.7598724647783195, AucEstimate.CriticalZ(8.5e-5), tolerance: 1e-9);
    }

    [Fact]
    public void TestBelow_Undefined_IsNaN() =>
        Assert.True(double.IsNaN(RocAuc.Of([0.1, 0.2], [true, true]).TestBelow(new AucEstimate(0.8, 0.1, 9, 9)).PValue));

    [Fact]
    public void Of_UnusableRows_Throws()
    {
        Assert.Throws<ArgumentException>(() => RocAuc.Of([], []));
        Assert.Throws<ArgumentException>(() => RocAuc.Of([0.5], [true, false]));
        Assert.Throws<ArgumentException>(() => RocAuc.Of([double.NaN, 0.5], [true, false]));
    }

    private static AucEstimate Of((double Score, bool Label)[] rows) => RocAuc.Of([.. rows.Select(row => row.Score)], [.. rows.Select(row => row.Label)]);

    private static bool Near(AucEstimate a, AucEstimate b) => Math.Abs(a.Value - b.Value) < 1e-12 && Math.Abs(a.StandardError - b.StandardError) < 1e-12;
}
