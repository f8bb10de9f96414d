using static System.FormattableString;

namespace MlopsSandbox.Statistics;

/// <summary>What can be wrong with the settings and snapshots of detectors, in sentences.</summary>
internal static class DetectorProblems
{
    public static void RequireNone(IEnumerable<string> problems, string parameter)
    {
        string all = string.Join(' ', problems);
        if (all.Length > 0) throw new ArgumentException(all, parameter);
    }

    public static ArgumentException NoOptions() => new("The snapshot has no options; expected those of the detector that it was taken of.", "snapshot");

    public static IEnumerable<string> AtLeast(string name, long value, long least)
    {
        if (value < least) yield return Invariant($"{name} is {value}; expected {least} or more.");
    }

    public static IEnumerable<string> Within(string name, double value, double above, double below)
    {
        if (!(value > above && value < below)) yield return Invariant($"{name} is {value}; expected a number above {above} and below {below}.");
    }

    public static IEnumerable<string> Positive(string name, double value)
    {
        if (!(value > 0 && double.IsFinite(value))) yield return Invariant($"{name} is {value}; expected a finite number above 0.");
    }

    public static IEnumerable<string> NotNegative(string name, double value)
    {
        if (!(value >= 0 && double.IsFinite(value))) yield return Invariant($"{name} is {value}; expected a finite number of 0 or more.");
    }

    public static IEnumerable<string> Finite(string name, double value)
    {
        if (!double.IsFinite(value)) yield return Invariant($"{name} is {value}; expected a finite number.");
    }

    /// <summary>The nearer to a drift, the more extreme: the drift's level must lie beyond the warning's.</summary>
    public static IEnumerable<string> Beyond(string driftName, double drift, string warningName, double warning, bool above)
    {
        if (above ? !(drift > warning) : !(drift < warning))
            yield return Invariant($"{driftName} is {drift} with {warningName} {warning}; expected it {(above ? "above" : "below")}.");
    }

    public static IEnumerable<string> Counts(long errors, long items)
    {
        if (items < 0 || errors < 0 || errors > items) yield return Invariant($"The snapshot has {errors} errors in {items} items; expected 0 to as many errors as items.");
    }

    public static IEnumerable<string> Minimum(double? rate, double? deviation)
    {
        if (rate.HasValue != deviation.HasValue || rate is not (null or (>= 0 and <= 1)) || deviation is not (null or (>= 0 and <= 1)))
            yield return Invariant($"The snapshot's minimum is {rate} ± {deviation}; expected both from 0 to 1, or neither.");
    }

    /// <summary>A window of errors is an array of zeros and ones, the oldest first.</summary>
    public static IEnumerable<string> Errors(string name, byte[]? window, int most)
    {
        if (window is null || window.Length > most) yield return Invariant($"The snapshot's {name} has {window?.Length ?? 0} items; expected an array of at most {most}.");
        else if (window.AsSpan().IndexOfAnyExcept((byte)0, (byte)1) is >= 0 and var at) yield return Invariant($"The snapshot's {name} has {window[at]} at {at}; expected 0 or 1.");
    }
}
