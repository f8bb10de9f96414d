using System.CommandLine;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Commands;

/// <summary>Changes how a story is told, whichever process drives it.</summary>
internal abstract class StoryControlCommand : MlopsCommand
{
    private readonly Argument<string> _story = StoryArgument.Create();

    protected StoryControlCommand(Shell shell, string name, string description, params Example[] examples) : base(shell, name, description, examples)
    {
        Add(_story);
        Add(Global.Output);
    }

    /// <summary>Changes the story.</summary>
    /// <param name="desk">Of the home.</param>
    /// <param name="story">Its id.</param>
    /// <param name="parsed">What was asked.</param>
    protected abstract StoryShape Control(StoryDesk desk, string story, ParseResult parsed);

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore catalog = invocation.OpenCatalog();
        StoryShape story = Control(new StoryDesk(catalog, invocation.Hints), invocation.Parsed.GetRequiredValue(_story), invocation.Parsed);
        invocation.Answer(story, screen => StoryPages.Draw(screen, story, invocation.Hints));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}

/// <summary><c>mlops stories play STORY</c>.</summary>
internal sealed class StoriesPlayCommand(Shell shell) : StoryControlCommand(shell, "play", "Goes on with a story, at the speed that is set.",
    new Example("stories play story-0001", "until it ends, or is paused"))
{
    /// <inheritdoc/>
    protected override StoryShape Control(StoryDesk desk, string story, ParseResult parsed) => desk.Play(story);
}

/// <summary><c>mlops stories pause STORY</c>.</summary>
internal sealed class StoriesPauseCommand(Shell shell) : StoryControlCommand(shell, "pause", "Pauses a story before its next day; a day that has begun ends with all that it causes.",
    new Example("stories pause story-0001", "go on with 'stories play story-0001'"))
{
    /// <inheritdoc/>
    protected override StoryShape Control(StoryDesk desk, string story, ParseResult parsed) => desk.Pause(story);
}
