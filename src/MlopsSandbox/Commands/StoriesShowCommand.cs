using System.CommandLine;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops stories show STORY</c>.</summary>
internal sealed class StoriesShowCommand : MlopsCommand
{
    private readonly Argument<string> _story = StoryArgument.Create();

    public StoriesShowCommand(Shell shell) : base(shell, "show", "Shows one story day by day: traffic, checks, decisions, quality measured and estimated.",
        new Example("stories show story-0001", "its days so far, and the truth about its drift"))
    {
        Add(_story);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore catalog = invocation.OpenCatalog();
        StoryDetailShape story = new StoryDesk(catalog, invocation.Hints).Show(invocation.Parsed.GetRequiredValue(_story));
        invocation.Answer(story, screen => StoryPages.DrawDays(screen, story, invocation.Hints));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}

/// <summary>The story that a command is about.</summary>
internal static class StoryArgument
{
    /// <summary>A new argument.</summary>
    public static Argument<string> Create() => new("story") { HelpName = "STORY", Description = "a story's id, such as story-0001." };
}
