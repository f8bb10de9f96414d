using System.Diagnostics;

namespace MlopsSandbox.Benchmarks.Storage;

/// <summary>How fast something went: by the clock, and by the processor time that it took, which neighbours on the machine disturb less.</summary>
internal readonly record struct Speed(double PerSecond, double ProcessorMicroseconds)
{
    /// <param name="count">How many the action does.</param>
    /// <param name="action">Answers how long they took.</param>
    public static Speed Of(int count, Func<TimeSpan> action)
    {
        var before = Environment.CpuUsage.TotalTime;
        var took = action();
        return new Speed(count / took.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / count);
    }

    public static Speed Of(int count, Action action) => Of(count, () => Clocked(action));

    public static Speed Median(IEnumerable<Speed> speeds) => speeds.OrderBy(speed => speed.PerSecond).ToArray() is var all ? all[all.Length / 2] : default;

    public static TimeSpan Clocked(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed;
    }
}
