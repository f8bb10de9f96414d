using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>One item of <c>features</c>: the feature, and how it is derived when it has no column of its own.</summary>
internal sealed record FeatureSection(Feature Feature, Derivation? Derivation)
{
    private const int LongestLag = 10_000;
    private static readonly string[] Parts = ["weekday", "month", "holiday", "dayOfYear"];

    public static FeatureSection? Of(ScenarioReading reading, LocatedJson item, TimeAxis? time, LabelDelay delay)
    {
        if (item.Kind != JsonValueKind.Object)
        {
            reading.Refuse(item, $"is {item.Raw}", "{ name, kind }", "Change the item.");
            return null;
        }

        if (time is null) reading.RefuseUnknown(item, "name", "kind");
        else reading.RefuseUnknown(item, "name", "kind", "calendar", "lag");
        string name = reading.Text(item, "name", "a column's name");
        FeatureKind kind = reading.OneOf(item, "kind", "numeric", "categorical") == "numeric" ? FeatureKind.Numeric : FeatureKind.Categorical;
        return new FeatureSection(new Feature(name, kind), time is null ? null : DerivationOf(reading, item, kind, delay));
    }

    private static Derivation? DerivationOf(ScenarioReading reading, LocatedJson item, FeatureKind kind, LabelDelay delay)
    {
        (bool hasCalendar, bool hasLag) = (ScenarioReading.Has(item, "calendar"), ScenarioReading.Has(item, "lag"));
        if (hasCalendar && hasLag) reading.Refuse(item, "has both calendar and lag", "one of the two", "Make two features of it.");
        if (!hasCalendar && !hasLag) return null;
        (Derivation derivation, FeatureKind itsKind) = hasCalendar ? CalendarOf(reading, item) : (LagOf(reading, item, delay), FeatureKind.Numeric);
        string word = itsKind == FeatureKind.Numeric ? "numeric" : "categorical";
        if (kind != itsKind) reading.Refuse(item, "is derived and of another kind", word, $"Make its kind {word}.");
        return derivation;
    }

    private static (Derivation Derivation, FeatureKind Kind) CalendarOf(ScenarioReading reading, LocatedJson item)
    {
        CalendarPart part = (CalendarPart)Array.IndexOf(Parts, reading.OneOf(item, "calendar", Parts));
        return (new CalendarDerivation(part), part == CalendarPart.DayOfYear ? FeatureKind.Numeric : FeatureKind.Categorical);
    }

    private static LagDerivation LagOf(ScenarioReading reading, LocatedJson item, LabelDelay delay)
    {
        LocatedJson? lag = reading.Object(item, "lag", "days", "count", "every");
        int days = reading.Whole(lag, "days", 1, LongestLag, "days");
        if (lag is not null && days < delay.DelayDays)
        {
            reading.Refuse(lag, FormattableString.Invariant($"reaches back {days} days"), FormattableString.Invariant($"at least {delay.DelayDays}, the labels' delay"),
                "Raise days, as a younger label is not known yet when it is asked for.");
        }

        return new LagDerivation(days, reading.OptionalWhole(lag, "count", 1, 1000, "days", otherwise: 1), reading.OptionalWhole(lag, "every", 1, 366, "days", otherwise: 1));
    }
}
