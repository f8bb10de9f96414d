using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Tests.Jobs;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Catalog;

public sealed class RequestsTests : IDisposable
{
    private static readonly DateTimeOffset Day0 = TestProcess.Start;
    private readonly TemporaryFolder _folder = new();
    private readonly CatalogStore _catalog;

    public RequestsTests() => _catalog = CatalogStore.Open(_folder.Path, TimeProvider.System);

    public void Dispose()
    {
        _catalog.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Between_Window_IsClosedBelowAndOpenAbove()
    {
        _catalog.Write(tx => tx.Requests.Add("e", Enumerable.Range(0, 4).Select(day => Request(day, Day0.AddDays(day), label: 15.7, Day0.AddDays(day)))));
        Assert.Equal([1, 2], _catalog.Read(tx => tx.Requests.Between("e", Day0.AddDays(1), Day0.AddDays(3))).Select(request => request.Sequence));
        Assert.Empty(_catalog.Read(tx => tx.Requests.Between("other", Day0, Day0.AddDays(9))));
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, 15.7)]
    [InlineData(4, 15.7)]
    public void Between_LabelThatArrivesOnDay3_IsKnownFromThenOn(int day, double? known)
    {
        _catalog.Write(tx => tx.Requests.Add("e", [Request(0, Day0, label: 15.7, Day0.AddDays(3))]));
        Assert.Equal(known, Assert.Single(_catalog.Read(tx => tx.Requests.Between("e", Day0, Day0.AddDays(day)))).Label);
    }

    [Fact]
    public void Add_Features_ReadBackToTheSameValues()
    {
        CapturedRequest request = Request(5, Day0.AddTicks(1234567), label: null, Day0.AddDays(3)) with { Score = 0.1 + 0.2 };
        _catalog.Write(tx => tx.Requests.Add("e", [request]));
        CapturedRequest read = Assert.Single(_catalog.Read(tx => tx.Requests.Between("e", Day0, Day0.AddDays(1))));
        Assert.Equal(request with { Features = read.Features }, read);
        Assert.Equal(["tenure 12.5", "contract Two year", "total "], read.Features.Select(feature => $"{feature.Key} {feature.Value}"));
    }

    internal static CapturedRequest Request(long sequence, DateTimeOffset servedAt, double? label, DateTimeOffset labelAt) => new(
        sequence, RowId: 40 + (int)sequence, servedAt, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>("""{"tenure":12.5,"contract":"Two year","total":null}""")!,
        Score: 0.25, ModelVersion: 1, label, labelAt);
}
