using System.Globalization;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Rendering;

/// <summary>Numbers, times and durations as people read them.</summary>
internal static class Figures
{
    private const int MostDecimals = 15;

    /// <summary>A measure such as an AUC, with three decimals.</summary>
    public static string Measure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>An optional measure; a dash when there is none.</summary>
    public static string Measure(double? value) => value is { } known ? Measure(known) : "–";

    /// <summary>The headline metric among a model's, such as <c>auc 0.843</c>; a dash when it was not measured.</summary>
    public static string Quality(IReadOnlyDictionary<string, double> metrics) =>
        HeadlineMetric.Among(metrics.Keys) is { } headline && metrics.TryGetValue(headline.Name, out double value) ? $"{headline.Name} {Measure(value)}" : "–";

    /// <summary>A whole number with thousands apart, such as <c>7,043</c>.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Any number: whole ones whole, others with four decimals, or with one from a hundred on; a dash for none.</summary>
    public static string Number(double? value) => value switch
    {
        null => "–",
        { } whole when IsWhole(whole) => Count((long)whole),
        { } other => Number(other, UsualDecimals(other)),
    };

    /// <summary>Two numbers, with as many decimals as it takes to see that they are not the same.</summary>
    public static (string One, string Other) Numbers(double one, double other)
    {
        int decimals = IsWhole(one) && IsWhole(other) ? 0 : Math.Min(UsualDecimals(one), UsualDecimals(other));
        while (decimals < MostDecimals && one != other && Math.Round(one, decimals) == Math.Round(other, decimals)) decimals++;
        (string One, string Other) told = (Number(one, decimals), Number(other, decimals));
        return told.One != told.Other || one == other ? told : (Shortest(one), Shortest(other));
    }

    /// <summary><c>950 µs</c>, <c>12 ms</c>, <c>1.23 s</c>, <c>2 min 5 s</c>, <c>3 h 10 min</c>; what began and ended at the same tick took <c>&lt; 1 ms</c>.</summary>
    public static string Duration(double seconds) => seconds switch
    {
        <= 0 => "< 1 ms",
        < 0.0009995 => FormattableString.Invariant($"{seconds * 1e6:0} µs"),
        < 0.9995 => FormattableString.Invariant($"{seconds * 1e3:0} ms"),
        < 59.995 => FormattableString.Invariant($"{seconds:0.00} s"),
        < 3599.5 => Parts(Math.Round(seconds), "min", "s"),
        _ => Parts(Math.Round(seconds / 60), "h", "min"),
    };

    /// <summary>An optional duration; a dash when there is none.</summary>
    public static string Duration(double? seconds) => seconds is { } known ? Duration(known) : "–";

    /// <summary>An estimated duration, no finer than it can be known: <c>5 s</c>, <c>40 s</c>, <c>3 min</c>, <c>2 h</c>.</summary>
    public static string Rough(TimeSpan time) => time.TotalSeconds switch
    {
        < 10 => FormattableString.Invariant($"{Math.Max(1, Math.Ceiling(time.TotalSeconds)):0} s"),
        < 60 => FormattableString.Invariant($"{Math.Ceiling(time.TotalSeconds / 10) * 10:0} s"),
        < 5400 => FormattableString.Invariant($"{Math.Ceiling(time.TotalMinutes):0} min"),
        _ => FormattableString.Invariant($"{Math.Ceiling(time.TotalHours):0} h"),
    };

    /// <summary>A time in UTC, to the second.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A time in UTC for lists of what ran lately, such as <c>11-24 12:47:05</c>.</summary>
    public static string ShortTime(DateTimeOffset time) => time.UtcDateTime.ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A simulated day.</summary>
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Parts(double smaller, string sixty, string one) => FormattableString.Invariant($"{Math.Floor(smaller / 60):0} {sixty} {smaller % 60:0} {one}");

    private static bool IsWhole(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e12;

    private static int UsualDecimals(double value) => Math.Abs(value) >= 100 ? 1 : 4;

    private static string Number(double value, int decimals) => value.ToString($"N{decimals}", CultureInfo.InvariantCulture);

    private static string Shortest(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
