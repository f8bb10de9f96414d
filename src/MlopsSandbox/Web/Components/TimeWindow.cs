using System.Globalization;

namespace MlopsSandbox.Web.Components;

/// <summary>A part of a trace's time: from 0, its start, to 1, its end.</summary>
/// <param name="From">Where it begins, in [0, 1).</param>
/// <param name="To">Where it ends, in (From, 1].</param>
public readonly record struct TimeWindow(double From, double To)
{
    // Below it the pixels of a bar are no longer told apart by a double's sixteen digits and the ticks of a clock.
    private const double Least = 1e-7;

    /// <summary>All of it.</summary>
    public static TimeWindow Whole { get; } = new(0, 1);

    /// <summary>Whether nothing is left out.</summary>
    public bool IsWhole => From <= 0 && To >= 1;

    /// <summary>The window between two places, moved and widened so that it is one.</summary>
    public static TimeWindow Between(double one, double other)
    {
        if (!double.IsFinite(one) || !double.IsFinite(other)) return Whole;
        double width = Math.Clamp(Math.Abs(other - one), Least, 1), from = Math.Clamp(Math.Min(one, other), 0, 1 - width);
        return new TimeWindow(from, from + width);
    }

    /// <summary>What an address says, such as <c>0.25-0.5</c>; all of it when it says nothing or nothing that can be read.</summary>
    public static TimeWindow Read(string? text) =>
        text?.Split('-') is [var from, var to] && Number(from) is { } one && Number(to) is { } other ? Between(one, other) : Whole;

    /// <summary>What stands in an address; null for all of it.</summary>
    public override string? ToString() => IsWhole ? null : FormattableString.Invariant($"{From:0.#########}-{To:0.#########}");

    private static double? Number(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? number : null;
}
