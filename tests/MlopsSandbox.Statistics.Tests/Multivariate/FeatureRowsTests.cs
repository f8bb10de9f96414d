namespace MlopsSandbox.Statistics.Tests.Multivariate;

public sealed class FeatureRowsTests
{
    [Fact]
    public void Of_RowsOfOneLength_KeepsThem()
    {
        FeatureRows rows = FeatureRows.Of([[1, 2, 3], [4, 5, 6]]);
        Assert.Equal((2, 3), (rows.Rows, rows.Columns));
        Assert.Equal([4, 5, 6], rows[1].ToArray());
    }

    [Fact]
    public void Of_Unusable_SaysWhatWasFound()
    {
        Assert.StartsWith("There are no values", Message(() => FeatureRows.Of([])), StringComparison.Ordinal);
        Assert.StartsWith("Row 1 has 1 columns, row 0 has 2; expected the same in all.", Message(() => FeatureRows.Of([[1, 2], [3]])), StringComparison.Ordinal);
        Assert.StartsWith("Row 1, column 0 is NaN; expected a finite number.", Message(() => FeatureRows.Of([[1, 2], [double.NaN, 3]])), StringComparison.Ordinal);
        Assert.StartsWith("Row 0, column 1 is -Infinity; expected a finite number.", Message(() => FeatureRows.Of([[1, double.NegativeInfinity]])), StringComparison.Ordinal);
        Assert.StartsWith("There are 3 values for rows of 2; expected whole rows, at least one.", Message(() => new FeatureRows([1, 2, 3], 2)), StringComparison.Ordinal);
    }

    private static string Message(Func<object> make) => Assert.Throws<ArgumentException>(make).Message;
}
