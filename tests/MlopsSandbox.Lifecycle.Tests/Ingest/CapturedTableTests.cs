using System.Text.Json;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Ingest;

public sealed class CapturedTableTests
{
    private static readonly Feature[] Features = [new("price", FeatureKind.Numeric), new("plan", FeatureKind.Categorical)];

    [Fact]
    public void From_NumbersTextsAndNulls_AreTyped()
    {
        Table table = CapturedTable.From(
            [Request(7, """{"price": 1.5, "plan": "basic"}""", 1), Request(3, """{"price": null, "plan": null}""", 0), Request(5, "{}", null)],
            Features);

        Assert.Equal([7, 3, 5], table.RowIds);
        Assert.Equal([1.5, double.NaN, double.NaN], ((NumericColumn)table["price"]).Values);
        Assert.Equal<string?[]>(["basic", null, null], ((CategoricalColumn)table["plan"]).Values);
        Assert.Equal([1, 0, 0], table.Labels);
    }

    [Fact]
    public void From_TextWhereANumberBelongs_SaysWhichRequest()
    {
        StageException refused = Assert.Throws<StageException>(() => CapturedTable.From([Request(7, """{"price": "dear"}""", 1)], Features));

        Assert.Equal("Captured request 70: feature 'price' is \"dear\"; expected a number or null, as the scenario says.", refused.Message);
    }

    private static CapturedRequest Request(int rowId, string features, double? label) => new(
        rowId * 10, rowId, DateTimeOffset.UnixEpoch, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(features)!, 0.5, 1, label, DateTimeOffset.UnixEpoch);
}
