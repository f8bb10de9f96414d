using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Stories;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Commands;

/// <summary>The options that say which story to begin, and how fast it is told.</summary>
internal sealed class StoryOptions
{
    private readonly Option<string?> _scenario = new("--scenario") { Description = $"The scenario: a name, or the path of its folder. [default: {StoryRequest.DefaultScenario}]", HelpName = "name|path" };
    private readonly Option<InjectedDrift?> _drift = new("--drift")
    {
        Description = $"What changes in the world: {string.Join(", ", EnumWords.Of<InjectedDrift>())}. [default: all, or real where real days are replayed]",
        HelpName = "kind",
        CustomParser = result => EnumWords.Parse<InjectedDrift>(result),
    };
    private readonly Option<int> _seed = SeedOption.Create();
    private readonly Option<bool> _paused = new("--paused") { Description = "serves no day before 'stories play' or 'stories step'." };
    private readonly Option<double?> _speed = new("--speed")
    {
        Description = "Simulated days a second, such as 2. [default: as fast as the machine can]",
        HelpName = "number",
        CustomParser = ParseSpeed,
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_scenario);
        command.Add(_drift);
        command.Add(_seed);
        command.Add(_paused);
        command.Add(_speed);
    }

    /// <summary>What they say.</summary>
    public StoryRequest Of(ParseResult parsed) => new(
        parsed.GetValue(_scenario) ?? StoryRequest.DefaultScenario, parsed.GetValue(_seed), parsed.GetValue(_drift), new StoryPace(parsed.GetValue(_paused), parsed.GetValue(_speed), StepDays: 0));

    private static double? ParseSpeed(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double speed)) result.AddError($"--speed is '{text}'; expected simulated days a second, such as 2.");
        else if (StoryControl.SpeedProblem(speed) is { } problem) result.AddError($"--{problem}");
        return speed;
    }
}
