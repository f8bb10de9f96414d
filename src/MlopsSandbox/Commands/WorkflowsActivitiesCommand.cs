using System.CommandLine;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Rendering;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops workflows activities</c>: what activity types declare, for people and editors.</summary>
internal sealed class WorkflowsActivitiesCommand : MlopsCommand
{
    private readonly Argument<string?> _type = new("type") { HelpName = "TYPE", Description = "an activity type; all of them when there is none.", Arity = ArgumentArity.ZeroOrOne };

    public WorkflowsActivitiesCommand(Shell shell) : base(shell, "activities", "Lists the activity types that definitions may use, with inputs, outcomes and outputs.",
        new("workflows activities", "all types, by category"),
        new("workflows activities MlopsSandbox.Train", "one type with its inputs"),
        new("workflows activities -o json", "all descriptors, for an editor"))
    {
        Add(_type);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        ActivityTypes types = Stages.All().Activities;
        if (invocation.Parsed.GetValue(_type) is { } named)
        {
            ActivityDescriptor descriptor = types.Find(named) ?? throw Unknown(named, types, invocation.Hints);
            invocation.Answer(descriptor, screen => ActivityPages.Draw(screen, descriptor));
        }
        else
        {
            invocation.Answer(types.Descriptors, screen =>
            {
                ActivityPages.DrawList(screen, types.Descriptors);
                screen.WriteHint("One with its inputs", invocation.Hints.For("workflows", "activities", "MlopsSandbox.Train"));
            });
        }
        return Task.FromResult(ExitCodes.Succeeded);
    }

    private static RefusalException Unknown(string named, ActivityTypes types, Hints hints) =>
        new($"activity type '{named}' is unknown; expected one of the {types.Descriptors.Count} types.{NearestName.Hint(named, types.Descriptors.Select(descriptor => descriptor.Type))} See '{hints.For("workflows", "activities")}'.");
}
