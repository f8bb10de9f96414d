namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>How a feature follows from the row's day, where the scenario has days; such a feature has no column in the file.</summary>
public abstract record Derivation;

/// <summary>Something that a calendar tells of a day.</summary>
/// <param name="Part">What.</param>
public sealed record CalendarDerivation(CalendarPart Part) : Derivation;

/// <summary>The mean of the label on earlier days; days that have no row are left out, and without any the value is missing.</summary>
/// <param name="Days">Days back to the newest day that counts; at least the label's delay, or it would not be known yet.</param>
/// <param name="Count">How many days count, the newest first.</param>
/// <param name="Every">Days from one to the next: 1 for days in a row, 7 for the same weekday.</param>
public sealed record LagDerivation(int Days, int Count, int Every) : Derivation;

/// <summary>What a calendar tells of a day.</summary>
public enum CalendarPart
{
    /// <summary>A category: <c>monday</c> to <c>sunday</c>.</summary>
    Weekday,
    /// <summary>A category: <c>january</c> to <c>december</c>.</summary>
    Month,
    /// <summary>A category: the name of the scenario's holiday, else <c>none</c>.</summary>
    Holiday,
    /// <summary>A number, 1 to 366.</summary>
    DayOfYear,
}
