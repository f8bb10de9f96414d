using MlopsSandbox.Statistics.Tests.Reference;

namespace MlopsSandbox.Statistics.Tests.Multivariate;

public sealed class DomainClassifierTests
{
    [Fact] // roc_auc_score of scikit-learn; mannwhitneyu of scipy, asymptotic, no continuity correction, its variance doubled
    public void Test_CasesOfTheTable_MatchesScikitLearnAndScipy() => Assert.All(DistancesTable.Read.Scores, c =>
    {
        DomainClassifierResult found = DomainClassifier.Test(OneColumn(c.OfBaseline), OneColumn(c.OfCurrent), (rows, _) => [.. All(rows).Select(row => row[0])], new SeededRandom(1));
        Near.Equal(c.Auc, found.Auc, "area");
        Near.Equal(c.P, found.PValue, "p", relative: 1e-6);
        Assert.Equal(c.OfCurrent, found.Scores);
    });

    [Theory] // 400 quiet checks at level 0.1: 40 expected, standard deviation 6
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(10)]
    public void Test_QuietWindowsWithARealModel_AlarmsAtMostAtItsLevel(int folds)
    {
        SeededRandom random = new(21);
        int alarms = Enumerable.Range(0, 400).Count(_ => DomainClassifier.Test(Draws.Normal(random, 100, 3), Draws.Normal(random, 60, 3), NearerMean(folds), random).PValue <= 0.1);
        Assert.InRange(alarms, 10, 40 + 18);
    }

    [Fact] // 200 quiet checks at level 0.1: 20 expected, standard deviation 4.2
    public void PermutationTest_QuietWindowsWithARealModel_AlarmsAtItsLevel()
    {
        SeededRandom random = new(23);
        int alarms = Enumerable.Range(0, 200).Count(_ =>
            DomainClassifier.PermutationTest(Draws.Normal(random, 30, 2), Draws.Normal(random, 20, 2), NearerMean(2), random, 19).PValue <= 0.1);
        Assert.InRange(alarms, 20 - 13, 20 + 13);
    }

    [Fact]
    public void Test_ShiftedWindowWithARealModel_IsSeen()
    {
        SeededRandom random = new(22);
        DomainClassifierResult found = DomainClassifier.Test(Draws.Normal(random, 200, 3), Draws.Normal(random, 100, 3, shift: 1), NearerMean(2), random);
        Assert.InRange(found.Auc, 0.7, 1);
        Assert.InRange(found.PValue, 0, 1e-6);
    }

    [Fact]
    public void Test_Unusable_SaysWhatWasFound()
    {
        FeatureRows rows = OneColumn([1, 2]);
        Assert.Equal(
            "The model gave 3 scores for 4 rows; expected one for each.",
            Assert.Throws<InvalidOperationException>(() => DomainClassifier.Test(rows, rows, (_, _) => [1, 2, 3], new SeededRandom(1))).Message);
        Assert.Equal(
            "The model's score of row 1 is NaN; expected a number.",
            Assert.Throws<InvalidOperationException>(() => DomainClassifier.Test(rows, rows, (_, _) => [1, double.NaN, 3, 4], new SeededRandom(1))).Message);
    }

    /// <summary>A model in folds: how much nearer a row is to the mean of the other folds' current rows than to that of their baseline rows.</summary>
    private static OutOfFoldScores NearerMean(int folds) => (rows, isCurrent) =>
    {
        double[] scores = new double[rows.Rows];
        for (int fold = 0; fold < folds; fold++)
        {
            double[] current = Mean(rows, row => row % folds != fold && isCurrent[row]), baseline = Mean(rows, row => row % folds != fold && !isCurrent[row]);
            for (int row = fold; row < scores.Length; row += folds) scores[row] = RowDistance.Squared(rows[row], baseline) - RowDistance.Squared(rows[row], current);
        }

        return scores;
    };

    private static double[] Mean(FeatureRows rows, Func<int, bool> wanted)
    {
        int[] chosen = [.. Enumerable.Range(0, rows.Rows).Where(wanted)];
        return [.. Enumerable.Range(0, rows.Columns).Select(k => chosen.Average(row => rows[row][k]))];
    }

    private static FeatureRows OneColumn(double[] values) => new(values, 1);

    private static IEnumerable<double[]> All(FeatureRows rows) => Enumerable.Range(0, rows.Rows).Select(row => rows[row].ToArray());
}
