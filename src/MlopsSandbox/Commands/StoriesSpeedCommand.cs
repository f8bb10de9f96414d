using System.CommandLine;
using System.Globalization;
using MlopsSandbox.Shapes;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops stories speed STORY SPEED</c>.</summary>
internal sealed class StoriesSpeedCommand : StoryControlCommand
{
    private const string Full = "full";

    private readonly Argument<string> _speed = new("speed") { HelpName = "SPEED", Description = $"simulated days a second, such as 2, or {Full}: as fast as the machine can." };

    public StoriesSpeedCommand(Shell shell) : base(shell, "speed", "Sets how fast a story plays; a paused one stays paused.",
        new("stories speed story-0001 2", "two simulated days a second"),
        new("stories speed story-0001 full", "as fast as the machine can"))
    {
        Add(_speed);
    }

    /// <inheritdoc/>
    protected override StoryShape Control(StoryDesk desk, string story, ParseResult parsed) => desk.Speed(story, Read(parsed.GetRequiredValue(_speed)));

    private static double? Read(string text)
    {
        if (text == Full) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double speed)
            ? speed
            : throw new RefusalException($"SPEED is '{text}'; expected simulated days a second, such as 2, or {Full}.");
    }
}
