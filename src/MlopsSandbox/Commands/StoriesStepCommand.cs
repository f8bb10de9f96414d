using System.CommandLine;
using MlopsSandbox.Shapes;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops stories step STORY</c>.</summary>
internal sealed class StoriesStepCommand : StoryControlCommand
{
    private readonly Option<int> _days = new("--days") { Description = "simulated days to serve.", HelpName = "number", DefaultValueFactory = _ => 1 };

    public StoriesStepCommand(Shell shell) : base(shell, "step", "Serves some days of a story at once, and pauses it then. Where checks are rarer than days, the days up to the next check are one step.",
        new("stories step story-0001", "one day"),
        new("stories step story-0001 --days 7", "a week"))
    {
        Add(_days);
    }

    /// <inheritdoc/>
    protected override StoryShape Control(StoryDesk desk, string story, ParseResult parsed) => desk.Step(story, parsed.GetValue(_days));
}
