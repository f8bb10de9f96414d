using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Stories;
using MlopsSandbox.Web.Monitor;

namespace MlopsSandbox.Tests.Web.Monitor;

/// <summary>Tabs that look at the same endpoint share what never changes.</summary>
[Collection("sandbox")]
public sealed class CheckViewsTests(WatchedHome home) : IClassFixture<WatchedHome>
{
    private const string Endpoint = "telco-churn";

    [Fact]
    public async Task Reports_OfSeveralTabs_AreReadOnceAndNewerOnesAreAdded()
    {
        await using Sandbox sandbox = Sandbox.Open(Places.Of(home.Home, null, null, _ => null), _ => null);
        CheckViews views = new(sandbox.Artifacts);

        CheckReport first = Assert.Single(Reports());
        Assert.Same(first, Assert.Single(Reports()));
        Assert.Same(Window(first), Window(first));

        await home.CallAsync("run", "monitor", "--input", "scenario=telco-churn", "--at", "2026-01-01T12:00:00Z");
        IReadOnlyList<CheckReport> both = Reports();
        Assert.Equal(2, both.Count);
        Assert.Same(first, both[0]);
        Assert.NotSame(Window(first), Window(both[1]));

        IReadOnlyList<CheckReport> Reports() => sandbox.Catalog.Read(tx => views.Reports(tx, Endpoint));
        CheckWindow? Window(CheckReport check) => sandbox.Catalog.Read(tx => views.Window(tx, EndpointHistory.Read(tx, Endpoint, views.Reports(tx, Endpoint), new StoryDesk(sandbox.Catalog, new Hints("mlops"))), check));
    }
}
