using static System.FormattableString;

namespace MlopsSandbox.Stories;

/// <summary>How many of a story's days are served, in the words of terminal and pages. Days are numbered from 0: when 8 are served, day 8 is next. Pure.</summary>
internal static class ServedDays
{
    /// <summary>How many are, of a story that has not been judged.</summary>
    /// <param name="phase">What it does.</param>
    /// <param name="day">The day on which it does so.</param>
    public static int Of(string phase, int day) => phase is "train" or "serve" ? day : day + 1;

    /// <summary>Such as <c>8 of 26 days served</c>.</summary>
    /// <param name="served">How many are.</param>
    /// <param name="days">How many there are; null when nobody knows.</param>
    public static string Words(int served, int? days) => days is { } all ? Invariant($"{served} of {all} days served") : Invariant($"{served} {(served == 1 ? "day" : "days")} served");
}
