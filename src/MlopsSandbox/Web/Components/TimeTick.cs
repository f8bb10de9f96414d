namespace MlopsSandbox.Web.Components;

/// <summary>A mark on an axis of time.</summary>
/// <param name="At">Where, in [0, 1] of the whole trace.</param>
/// <param name="Text">The time since the trace's start, with its unit.</param>
internal readonly record struct TimeTick(double At, string Text)
{
    private const int Most = 6;
    private static readonly (double Seconds, string Name)[] Units = [(60, "min"), (1, "s"), (1e-3, "ms"), (1e-6, "µs")];

    /// <summary>Round times in a window, at most six.</summary>
    /// <param name="window">The part that is shown.</param>
    /// <param name="seconds">How long the whole trace took; above 0, or there is no tick.</param>
    public static IReadOnlyList<TimeTick> In(TimeWindow window, double seconds)
    {
        if (seconds <= 0) return [];
        double from = window.From * seconds, to = window.To * seconds, range = to - from;
        (double unit, string name) = Array.Find(Units, unit => range >= unit.Seconds * 2) is { Seconds: > 0 } fits ? fits : Units[^1];
        double step = RoundStep(range / unit / Most) * unit;
        List<TimeTick> ticks = [];
        for (double at = Math.Ceiling(from / step) * step; at <= to + (step * 1e-9) && ticks.Count <= Most; at += step)
        {
            ticks.Add(new TimeTick(at / seconds, FormattableString.Invariant($"{Math.Round(at / unit, 6):0.######} {name}")));
        }
        return ticks;
    }

    // 1, 2 or 5 and noughts, the next above.
    private static double RoundStep(double least)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return Array.Find([1.0, 2, 5, 10], round => round * power >= least * (1 - 1e-9)) * power;
    }
}
