using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Stories;
using MlopsSandbox.Walkthrough;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops walkthrough</c>: the whole loop, from raw data to a retrain that drift made necessary.</summary>
internal sealed class WalkthroughCommand : MlopsCommand
{
    private readonly StoryOptions _story = new();

    public WalkthroughCommand(Shell shell) : base(shell, "walkthrough", "Tells the whole loop: data, training, deployment, traffic, drift, alarm, retrain, recovery.",
        new("walkthrough", "the default story, in well under a minute"),
        new("walkthrough --drift none", "a quiet one: the monitor must stay silent"),
        new("walkthrough --drift none --speed 1", "a day a second, to look on, and to inject drift from another terminal by 'stories inject'"),
        new("walkthrough --scenario transit-ridership", "real days of ten years: the world changes as it did"),
        new("walkthrough --scenario telco-churn --drift concept --seed 7 --output json", "for a script"))
    {
        _story.AddTo(this);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        CheckedStory asked = _story.Of(invocation.Parsed).Check(invocation.Places);
        await using Sandbox sandbox = Sandbox.Open(invocation.Places, invocation.Environment);
        StoryTelling telling = new(sandbox, invocation.Narration, invocation.Hints);
        StoryRow story = asked.BeginHere(telling.Driver);
        sandbox.StartWorking();
        StoryOutcome? outcome = await telling.RunAsync(story.Id, cancellation).ConfigureAwait(false);
        return invocation.AnswerEnd(sandbox.Catalog, story.Id, outcome);
    }
}
