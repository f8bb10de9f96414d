using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops stories</c>: lists stories; plays, pauses, steps, cancels one.</summary>
internal sealed class StoriesCommand : MlopsCommand
{
    public StoriesCommand(Shell shell) : base(shell, "stories", "Lists stories; begins one for a server, plays, pauses, steps, speeds up or cancels one, injects drift into it.",
        new("stories", "every story, where it stands, and how fast it is told"),
        new("stories begin --drift none --paused", "a story that 'serve' drives, day by day as you say"),
        new("stories step story-0001", "its next day"),
        new("stories inject story-0001 price", "prices rise from its next day on"))
    {
        Add(Global.Output);
        Add(new StoriesShowCommand(shell));
        Add(new StoriesBeginCommand(shell));
        Add(new StoriesPlayCommand(shell));
        Add(new StoriesPauseCommand(shell));
        Add(new StoriesStepCommand(shell));
        Add(new StoriesSpeedCommand(shell));
        Add(new StoriesInjectCommand(shell));
        Add(new StoriesCancelCommand(shell));
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore? catalog = invocation.FindCatalog();
        IReadOnlyList<StoryShape> stories = catalog is null ? [] : new StoryDesk(catalog, invocation.Hints).List();
        invocation.Answer(stories, screen => StoryPages.DrawAll(screen, stories, invocation.Hints));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
