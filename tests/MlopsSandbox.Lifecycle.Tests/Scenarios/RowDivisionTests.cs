using CsCheck;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Scenarios;

public sealed class RowDivisionTests
{
    private static readonly Division Usual = new(HistoryShare: 0.35, Train: 0.8, Validation: 0.1, Test: 0.1);

    [Fact]
    public void Of_AnyRows_PutsEachRowIntoExactlyOnePart() =>
        Gen.Select(Gen.Int[1, 400], Gen.Int[0, 1_000_000], Gen.Double[0.05, 0.95]).Sample((rows, seed, positives) =>
        {
            double[] labels = Classes.Labels(Enumerable.Range(0, rows).Select(row => row < rows * positives));
            int[] ids = [.. Enumerable.Range(7, rows)];

            RowDivision division = RowDivision.Of(seed, Usual, ids, labels);

            int[] all = [.. division.Train, .. division.Validation, .. division.Test, .. division.Reserve];
            Assert.Equal(ids, all.Order());
        });

    [Fact]
    public void Of_TwoHundredRows_HasEachLabelInProportion()
    {
        double[] labels = Classes.Labels(Enumerable.Range(0, 200).Select(row => row % 4 == 0));   // 50 positives, 150 negatives

        RowDivision division = RowDivision.Of(1, new Division(0.4, 0.8, 0.1, 0.1), [.. Enumerable.Range(0, 200)], labels);

        Assert.Equal((16, 48), Counts(division.Train));         // 80 % of 40 % of 50 and of 150
        Assert.Equal((2, 6), Counts(division.Validation));
        Assert.Equal((2, 6), Counts(division.Test));
        Assert.Equal((30, 90), Counts(division.Reserve));
        (int, int) Counts(IReadOnlyList<int> rows) => (rows.Count(row => labels[row] == 1), rows.Count(row => labels[row] == 0));
    }

    [Fact]
    public void Of_SameSeed_IsTheSameEverywhere()
    {
        int[] ids = [.. Enumerable.Range(0, 1000)];
        double[] labels = Classes.Labels(ids.Select(row => row % 3 == 0));

        RowDivision first = RowDivision.Of(1, Usual, ids, labels);
        RowDivision second = RowDivision.Of(1, Usual, ids, labels);

        Assert.Equal(first.Reserve, second.Reserve);
        Assert.Equal(first.Train, second.Train);
        Assert.NotEqual(first.Reserve, RowDivision.Of(2, Usual, ids, labels).Reserve);
    }

    [Fact]
    public void Of_Reserve_IsInNoOrderOfTheFile()
    {
        int[] ids = [.. Enumerable.Range(0, 2000)];

        IReadOnlyList<int> reserve = RowDivision.Of(1, Usual, ids, Classes.Labels(ids.Select(row => row < 1000))).Reserve;

        // Under a fair shuffle the positives among the first half of 1300 follow a hypergeometric law: mean 325, standard deviation 9.0.
        Assert.InRange(reserve.Take(650).Count(row => row < 1000), 325 - 45, 325 + 45);
    }
}
