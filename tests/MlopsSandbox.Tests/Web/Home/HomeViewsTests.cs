using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Stories;
using MlopsSandbox.Web.Home;

namespace MlopsSandbox.Tests.Web.Home;

[Collection("sandbox")]
public sealed class HomeViewsTests : IDisposable
{
    private const string Story = "story-0001";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_TheSameState_IsReadOnceAndAgainAfterAChange()
    {
        CliResult begun = await Cli.RunAsync(
            new Dictionary<string, string> { ["MLOPS_HOME"] = _folder["home"] }, ["stories", "begin", "--scenario", ShortScenario.In(_folder["scenarios"]), "--drift", "none", "--paused"]);
        Assert.Equal("", begun.Error);
        await using Sandbox sandbox = Sandbox.Open(Places.Of(_folder["home"], null, null, _ => null), _ => null);
        StoryDesk desk = new(sandbox.Catalog, new Hints("mlops"));
        HomeViews views = new(sandbox.Catalog, desk);

        HomeView view = views.Of(Story);
        Assert.Same(view, views.Of(Story));
        Assert.True(view.Story.Pace.IsPaused);

        desk.Play(Story);
        Assert.False(views.Of(Story).Story.Pace.IsPaused);
    }
}
