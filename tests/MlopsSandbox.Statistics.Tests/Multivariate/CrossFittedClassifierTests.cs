namespace MlopsSandbox.Statistics.Tests.Multivariate;

public sealed class CrossFittedClassifierTests
{
    [Theory] // 500 quiet checks at level 0.1: twice the smaller of two p values, which hang together, is at most that; standard deviation 6.7
    [InlineData(60, 40)]
    [InlineData(24, 24)]
    [InlineData(300, 30)]
    public void Test_QuietWindows_AlarmsAtMostAtItsLevel(int baselineRows, int currentRows)
    {
        SeededRandom random = new(41);
        int alarms = Enumerable.Range(0, 500).Count(_ => CrossFittedClassifier.Test(Draws.Normal(random, baselineRows, 3), Draws.Normal(random, currentRows, 3), NearerMean, random).PValue <= 0.1);

        Assert.InRange(alarms, 20, 50 + 20);
    }

    [Theory] // a model that calls rows by few different scores ties most of them; the far tail, where monitors judge, must hold too
    [InlineData(0.01, 90)]
    [InlineData(0.001, 17)]
    public void Test_ModelOfFewScores_KeepsTheTail(double level, int most)
    {
        SeededRandom random = new(42);
        int alarms = Enumerable.Range(0, 6_000).Count(_ => CrossFittedClassifier.Test(One(random, 80), One(random, 60), (_, _, told) => [.. Enumerable.Range(0, told.Rows).Select(row => Math.Min(2, Math.Floor(Math.Abs(told[row][0]))))], random).PValue <= level);

        Assert.InRange(alarms, 0, most);
    }

    [Fact]
    public void Test_ShiftedWindow_IsSeenAndScoresItsRows()
    {
        SeededRandom random = new(43);
        DomainClassifierResult found = CrossFittedClassifier.Test(Draws.Normal(random, 200, 3), Draws.Normal(random, 100, 3, shift: 1), NearerMean, random);

        Assert.InRange(found.Auc, 0.7, 1);
        Assert.InRange(found.PValue, 0, 1e-6);
        Assert.Equal(100, found.Scores.Count(score => score != 0));
    }

    [Fact]
    public void Test_Model_NeverSeesTheRowsThatItScores()
    {
        SeededRandom random = new(44);
        FeatureRows baseline = One(random, 50), current = One(random, 31);

        CrossFittedClassifier.Test(baseline, current, (learned, isCurrent, told) =>
        {
            double[] seen = [.. Enumerable.Range(0, learned.Rows).Select(row => learned[row][0])];
            double[] scored = [.. Enumerable.Range(0, told.Rows).Select(row => told[row][0])];
            Assert.Empty(seen.Intersect(scored));
            Assert.Equal(81, seen.Concat(scored).Distinct().Count());
            Assert.InRange(isCurrent.Count(one => one), 15, 16);
            return new double[told.Rows];
        }, random);
    }

    [Fact]
    public void Test_AllScoresEqual_SaysNothing()
    {
        DomainClassifierResult found = CrossFittedClassifier.Test(One(new SeededRandom(1), 30), One(new SeededRandom(2), 30), (_, _, told) => new double[told.Rows], new SeededRandom(3));

        Assert.Equal((0.5, 1), (found.Auc, found.PValue));
    }

    [Fact]
    public void Test_Unusable_SaysWhatWasFound()
    {
        FeatureRows enough = One(new SeededRandom(1), 24), few = One(new SeededRandom(1), 23);

        Assert.StartsWith("There are 24 baseline and 23 current rows; expected at least 24 of each.", Assert.Throws<ArgumentException>(() => CrossFittedClassifier.Test(enough, few, NearerMean, new SeededRandom(1))).Message, StringComparison.Ordinal);
        Assert.Equal("The model gave 1 scores for 24 rows; expected one for each.", Assert.Throws<InvalidOperationException>(() => CrossFittedClassifier.Test(enough, enough, (_, _, _) => [1], new SeededRandom(1))).Message);
    }

    private static double[] NearerMean(FeatureRows learned, IReadOnlyList<bool> isCurrent, FeatureRows told)
    {
        double[] current = Mean(true), baseline = Mean(false);
        return [.. Enumerable.Range(0, told.Rows).Select(row => RowDistance.Squared(told[row], baseline) - RowDistance.Squared(told[row], current))];

        double[] Mean(bool wanted)
        {
            int[] chosen = [.. Enumerable.Range(0, learned.Rows).Where(row => isCurrent[row] == wanted)];
            return [.. Enumerable.Range(0, learned.Columns).Select(k => chosen.Average(row => learned[row][k]))];
        }
    }

    private static FeatureRows One(SeededRandom random, int rows) => new([.. Enumerable.Range(0, rows).Select(_ => random.NextGaussian())], 1);
}
