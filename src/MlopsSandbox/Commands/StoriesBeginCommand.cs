using MlopsSandbox.Hosting;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops stories begin</c>: begins a story that whoever serves the home drives.</summary>
internal sealed class StoriesBeginCommand : MlopsCommand
{
    private readonly StoryOptions _story = new();

    public StoriesBeginCommand(Shell shell) : base(shell, "begin", "Begins a story that 'serve' drives, in whichever process it runs; 'walkthrough' tells one here.",
        new("stories begin --drift none --paused", "day by day, by 'stories step'"),
        new("stories begin --scenario telco-churn --drift concept --seed 7 --speed 2", "two simulated days a second"))
    {
        _story.AddTo(this);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        CheckedStory asked = _story.Of(invocation.Parsed).Check(invocation.Places);
        await using Sandbox sandbox = Sandbox.Open(invocation.Places, invocation.Environment);
        StoryShape begun = asked.BeginHosted(sandbox);
        invocation.Answer(begun, screen => StoryPages.Draw(screen, begun, invocation.Hints));
        return ExitCodes.Succeeded;
    }
}
