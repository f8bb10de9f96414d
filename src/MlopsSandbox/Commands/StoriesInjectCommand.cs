using System.CommandLine;
using MlopsSandbox.Shapes;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops stories inject STORY KIND</c>.</summary>
internal sealed class StoriesInjectCommand : StoryControlCommand
{
    private readonly Argument<InjectedDrift> _kind = new("kind")
    {
        HelpName = "KIND",
        Description = "what changes: price, segment, concept or all, as far as the scenario tells it.",
        CustomParser = result => EnumWords.Parse<InjectedDrift>(result),
    };
    private readonly Option<int?> _day = new("--day") { Description = "the first day on which the world has changed. [default: the next one]", HelpName = "number" };

    public StoriesInjectCommand(Shell shell) : base(shell, "inject", "Changes the world of a story that was begun with --drift none; the truth is what its monitor is then judged by.",
        new("stories inject story-0001 concept", "from its next day on"),
        new("stories inject story-0001 price --day 12", "from a later day on"))
    {
        Add(_kind);
        Add(_day);
    }

    /// <inheritdoc/>
    protected override StoryShape Control(StoryDesk desk, string story, ParseResult parsed) => desk.Inject(story, parsed.GetValue(_kind), parsed.GetValue(_day));
}
