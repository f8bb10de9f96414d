using MlopsSandbox.Lifecycle.Ingest;

namespace MlopsSandbox.Lifecycle.Tests.Ingest;

public sealed class TableTests
{
    private static readonly Table Three = new([10, 11, 12], [new NumericColumn("n", [1, double.NaN, 3]), new CategoricalColumn("c", ["a", null, "b"])], [true, false, true]);

    [Fact]
    public void Take_Positions_KeepsRowsTogether()
    {
        Table taken = Three.Take([2, 0]);

        Assert.Equal([12, 10], taken.RowIds);
        Assert.Equal([3, 1], ((NumericColumn)taken["n"]).Values);
        Assert.Equal<string?[]>(["b", "a"], ((CategoricalColumn)taken["c"]).Values);
        Assert.Equal([1, 1], taken.Labels);
    }

    [Fact]
    public void Item_UnknownName_SaysWhatThereIs() =>
        Assert.Equal("The table has no column 'x'; it has n, c.", Assert.Throws<KeyNotFoundException>(() => Three["x"]).Message);

    [Fact]
    public void Constructor_ShortColumn_IsRefused() => Assert.Equal(
        "1 values of 'n' against 2 rows; expected one for each row.",
        Assert.Throws<ArgumentException>(() => new Table([0, 1], [new NumericColumn("n", [1])], [true, false])).Message);
}
