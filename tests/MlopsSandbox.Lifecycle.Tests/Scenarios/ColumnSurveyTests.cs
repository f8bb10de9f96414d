using System.Globalization;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Scenarios;

public sealed class ColumnSurveyTests
{
    [Theory]
    [InlineData(new[] { "1.5", "2", "-3e2", "" }, FeatureKind.Numeric)]
    [InlineData(new[] { "1", "2", "2", "3", "1" }, FeatureKind.Numeric)]
    [InlineData(new[] { "0", "1", "1", "0" }, FeatureKind.Categorical)]
    [InlineData(new[] { "a", "b", "a", "b" }, FeatureKind.Categorical)]
    [InlineData(new[] { "NA", "b", "b", "NA" }, FeatureKind.Categorical)]
    [InlineData(new[] { "NA", "1.5", "2.5", "3.5" }, FeatureKind.Numeric)]
    public void Of_Cells_GuessesTheKind(string[] cells, object kind) => Assert.Equal((FeatureKind)kind, Survey(cells).Kind);

    [Theory]
    [InlineData(new[] { "", "" }, "it is empty")]
    [InlineData(new[] { "x", "x", "" }, "it is 'x' in every row")]
    [InlineData(new[] { "a\nb", "a\nb" }, "it is 'a b' in every row")]
    [InlineData(new[] { "7", "12", "9" }, "each row has its own whole number, so it looks like an id")]
    [InlineData(new[] { "2024-01-31", "2024-02-01", "2024-02-01" }, "it holds dates")]
    [InlineData(new[] { "good tea", "bad tea", "tea" }, "it is free text: 3 different values in 3 rows")]
    public void Of_UselessCells_SaysWhy(string[] cells, string reason) => Assert.Equal((null, reason), (Survey(cells).Kind, Survey(cells).LeftOutBecause));

    [Fact]
    public void Of_MissingMarksInAnyCase_LeaveTheColumnNumeric() =>
        Assert.Equal(["1.5", "", "", "", "2", "3"], Survey(["1.5", "nan", "n/a", "NULL", "2", "3"]).Cells);

    [Fact]
    public void Of_NumbersWithAStrangerAmongThem_SaysWhatKeepsThemFromBeingNumbers()
    {
        string[] cells = [.. Enumerable.Range(0, 100).Select(row => row == 40 ? "inf" : string.Create(CultureInfo.InvariantCulture, $"{row}.5"))];

        Assert.Equal("it holds numbers, but in 1 of 100 rows something else, such as 'inf'", Survey(cells).LeftOutBecause);
    }

    [Fact]
    public void Of_TooManyCategories_IsLeftOut()
    {
        string[] cells = [.. Enumerable.Range(0, 65 * 4).Select(row => "c" + (row % 65).ToString(CultureInfo.InvariantCulture))];

        Assert.Equal("it has 65 categories; models take up to 64", Survey(cells).LeftOutBecause);
        Assert.Equal(FeatureKind.Categorical, Survey([.. cells.Where(cell => cell != "c64")]).Kind);
    }

    [Fact]
    public void Of_DecimalCommas_BecomePointsWhereTheColumnIsNumeric()
    {
        Assert.Equal(["1.5", "", "-2.25"], ColumnSurvey.Of("x", ["1,5", "NA", "-2,25"], decimalComma: true).Cells);
        Assert.Equal(["1,5", "a"], ColumnSurvey.Of("x", ["1,5", "a"], decimalComma: true).Cells);
    }

    private static ColumnSurvey Survey(string[] cells) => ColumnSurvey.Of("x", cells, decimalComma: false);
}
