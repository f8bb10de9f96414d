using System.Text;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor;

namespace MlopsSandbox.Lifecycle.Tests.Monitor;

public sealed class BaselineTests
{
    private static readonly Table Reference = new(
        [4, 5, 6, 7],
        [new NumericColumn("price", [3, double.NaN, 1.5, 2]), new CategoricalColumn("plan", ["b", "a", null, "b"])],
        [true, false, false, true]);

    [Fact]
    public void Write_SmallTable_IsCanonicalJson() => Assert.Equal(
        """{"features":[{"missing":1,"name":"price","values":[1.5,2,3]},{"counts":{"a":1,"b":2},"missing":1,"name":"plan"}],"format":1,"heldOut":"""
        + """{"auc":0.75,"aucStandardError":0.3535533905932738,"labels":[0,1,0,1],"scores":[0.1,0.2,0.3,0.9]}}""",
        Encoding.UTF8.GetString(BaselineJson.Write(Known())));

    [Fact]
    public void From_OtherOrderOfRows_GivesTheSameBytes() => Assert.Equal(
        BaselineJson.Write(Known()),
        BaselineJson.Write(Baseline.From(Reference.Take([2, 0, 3, 1]), [0.3, 0.9, 0.1, 0.2], [false, true, false, true])));

    [Fact]
    public void Read_WrittenBaseline_WritesTheSameBytes() =>
        Assert.Equal(BaselineJson.Write(Known()), BaselineJson.Write(BaselineJson.Read(BaselineJson.Write(Known()))));

    [Fact] // formats 1 and 2, of before whole rows were kept, are the same bytes without "rows"
    public void Write_WithRows_AddsThemInFormat3() => Assert.Equal(
        """{"features":[{"missing":1,"name":"price","values":[1.5,2,3]},{"counts":{"a":1,"b":2},"missing":1,"name":"plan"}],"format":3,"heldOut":"""
        + """{"auc":0.75,"aucStandardError":0.3535533905932738,"labels":[0,1,0,1],"scores":[0.1,0.2,0.3,0.9]}"""
        + ""","rows":{"columns":[{"name":"price","numbers":[3,null]},{"categories":["a","b"],"name":"plan","places":[1,0]}],"heldOut":1}}""",
        Encoding.UTF8.GetString(BaselineJson.Write(Known() with { Rows = new RowSample(RowSample.WithoutIds([.. Reference.Columns.Select(column => column.Take([0, 1]))]), 1) })));

    [Fact]
    public void Read_WrittenRows_WritesTheSameBytes()
    {
        byte[] written = BaselineJson.Write(Known() with { Rows = RowSample.Of(Reference, new HashSet<int> { 4, 5 }, seed: 1) });

        Assert.Equal(written, BaselineJson.Write(BaselineJson.Read(written)));
    }

    [Fact]
    public void Read_BaselineWithoutRows_HasNone() => Assert.Null(BaselineJson.Read(BaselineJson.Write(Known())).Rows);

    [Fact]
    public void Read_RowsOfACategoryThatIsNotListed_SaysSo()
    {
        string broken = Encoding.UTF8.GetString(BaselineJson.Write(Known() with { Rows = RowSample.Of(Reference, new HashSet<int>(), 1) })).Replace("\"categories\":[\"a\",\"b\"]", "\"categories\":[\"a\"]", StringComparison.Ordinal);

        Assert.StartsWith("This is not a baseline: ", Assert.Throws<FormatException>(() => BaselineJson.Read(Encoding.UTF8.GetBytes(broken))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RowSample_MoreRowsThanAreKept_TakesTheHeldOutFirstWhateverTheOrder()
    {
        int[] ids = [.. Enumerable.Range(0, 3_000)];
        Table large = new(ids, [new NumericColumn("x", [.. ids.Select(id => (double)id)])], new bool[ids.Length]);
        HashSet<int> fitted = [.. ids.Where(id => id >= 400)];
        RowSample sample = RowSample.Of(large, fitted, seed: 5), turned = RowSample.Of(large.Take([.. ids.Reverse()]), fitted, seed: 5);
        double[] values = ((NumericColumn)sample.Rows["x"]).Values;

        Assert.Equal((1_000, 400), (sample.Rows.Count, sample.HeldOut));
        Assert.All(values.Take(400), value => Assert.InRange(value, 0, 399));
        Assert.All(values.Skip(400), value => Assert.InRange(value, 400, 2_999));
        Assert.Equal(values, ((NumericColumn)turned.Rows["x"]).Values);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("nothing")]
    public void Read_SomethingElse_SaysSo(string content) =>
        Assert.StartsWith("This is not a baseline: ", Assert.Throws<FormatException>(() => BaselineJson.Read(Encoding.UTF8.GetBytes(content))).Message);

    [Fact]
    public void From_MoreRowsThanAreKept_KeepsShapeAndMissingShare()
    {
        double[] values = [.. Enumerable.Range(0, 40_000).Select(i => i % 4 == 0 ? double.NaN : i)];
        Table large = new([.. Enumerable.Range(0, values.Length)], [new NumericColumn("x", values)], new bool[values.Length]);

        NumericSummary kept = Assert.IsType<NumericSummary>(Assert.Single(Baseline.From(large, [0.1, 0.9], [false, true]).Features));

        Assert.Equal((7_500, 2_500), (kept.Values.Length, kept.Missing));
        Assert.Equal(20_000, kept.Values[3_750], tolerance: 10);
    }

    [Fact]
    public void From_OneValueAmongManyMissing_KeepsIt()
    {
        double[] values = [.. Enumerable.Repeat(double.NaN, 39_999), 7];
        Table large = new([.. Enumerable.Range(0, values.Length)], [new NumericColumn("x", values)], new bool[values.Length]);

        NumericSummary kept = Assert.IsType<NumericSummary>(Assert.Single(Baseline.From(large, [0.1, 0.9], [false, true]).Features));

        Assert.Equal(7, Assert.Single(kept.Values));
        Assert.Equal(9_999, kept.Missing);
    }

    [Fact]
    public void From_NoRows_IsRefused() => Assert.Throws<ArgumentException>(() => Baseline.From(Reference.Take([]), [0.1], [true]));

    private static Baseline Known() => Baseline.From(Reference, [0.9, 0.1, 0.3, 0.2], [true, false, false, true]);
}
