using System.CommandLine;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops stories cancel STORY</c>: ends a story on request, whichever process drives it.</summary>
internal sealed class StoriesCancelCommand : MlopsCommand
{
    private readonly Argument<string> _story = StoryArgument.Create();

    public StoriesCancelCommand(Shell shell) : base(shell, "cancel", "Ends a story on request, and its unfinished runs; what it has made and served is kept. It cannot be taken up again.",
        new Example("stories cancel story-0001", "whichever process tells it; to hold it still, use 'stories pause'"))
    {
        Add(_story);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        string id = invocation.Parsed.GetRequiredValue(_story);
        using (CatalogStore catalog = invocation.OpenCatalog()) new StoryDesk(catalog, invocation.Hints).Check(id);
        await using Sandbox sandbox = Sandbox.Open(invocation.Places, invocation.Environment);
        StoryShape story = new StoryDesk(sandbox.Catalog, invocation.Hints).Cancel(id, sandbox.Bridge.Runs);
        invocation.Answer(story, screen => StoryPages.Draw(screen, story, invocation.Hints));
        return ExitCodes.Succeeded;
    }
}
