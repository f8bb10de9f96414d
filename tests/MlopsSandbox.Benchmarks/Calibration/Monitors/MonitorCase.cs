using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>A monitor's test under conditions that it meets, where nothing has changed.</summary>
/// <param name="Monitor">Which.</param>
/// <param name="Conditions">Sizes and rates, in words.</param>
/// <param name="Checks">Checks for each of the command's: cheap ones are made more often.</param>
/// <param name="Alarms">Whether it alarms at each of the levels in one check.</param>
internal sealed record MonitorCase(string Monitor, string Conditions, int Checks, Func<SeededRandom, double[], bool[]> Alarms)
{
    /// <summary>False where something has changed, though not what is asked for: then the level is shown, and nothing is promised.</summary>
    public bool IsPromised { get; init; } = true;

    /// <summary>As one that gives a p value.</summary>
    public static MonitorCase ByP(string monitor, string conditions, int checks, Func<SeededRandom, double> p) =>
        new(monitor, conditions, checks, (random, levels) => p(random) is var value ? [.. levels.Select(level => value <= level)] : []);
}
