using System.Text.Json;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Windows;

/// <summary>Reads <c>monitor.windowDays</c> or <c>monitor.window</c>, of which a scenario has exactly one.</summary>
internal static class WindowReading
{
    private const string Short = "windowDays", Long = "window";
    private const string Sliding = "sliding", Tumbling = "tumbling", Growing = "growing", Days = "days", Rows = "rows";
    private static readonly string[] Kinds = [Sliding, Tumbling, Growing];

    public static WindowRule Of(ScenarioReading reading, LocatedJson? monitor)
    {
        if (!ScenarioReading.Has(monitor, Long)) return new SlidingDays(reading.Whole(monitor, Short, 1, 365, Days));
        LocatedJson window = monitor!.Members[Long];
        if (ScenarioReading.Has(monitor, Short)) reading.Refuse(window, $"is there beside {Short}", "one of the two", $"Remove {Short}, which is short for a sliding window of days.");
        if (window.Kind == JsonValueKind.Object) return RuleOf(reading, window);
        reading.Refuse(window, $"is {window.Raw}", "an object such as { \"kind\": \"sliding\", \"days\": 3 }", "Change the value.");
        return new GrowingWindow();
    }

    private static WindowRule RuleOf(ScenarioReading reading, LocatedJson window)
    {
        string kind = reading.OneOf(window, "kind", Kinds);
        if (!Kinds.Contains(window.Members.GetValueOrDefault("kind")?.Raw)) return new GrowingWindow();
        reading.RefuseUnknown(window, ["kind", .. MembersOf(kind)]);
        return kind switch
        {
            Sliding => SlidingOf(reading, window),
            Tumbling => new TumblingDays(reading.Whole(window, Days, 1, 365, Days)),
            _ => new GrowingWindow(),
        };
    }

    private static string[] MembersOf(string kind) => kind switch { Sliding => [Days, Rows], Tumbling => [Days], _ => [] };

    private static WindowRule SlidingOf(ScenarioReading reading, LocatedJson window)
    {
        bool isDays = ScenarioReading.Has(window, Days), isRows = ScenarioReading.Has(window, Rows);
        if (isDays == isRows)
        {
            reading.Refuse(window, isDays ? "has both days and rows" : "has neither days nor rows", "one of the two", "A window is as long as either says.");
            return new GrowingWindow();
        }

        // A check judges features from a hundred requests on, so that a smaller window would never be judged.
        return isDays ? new SlidingDays(reading.Whole(window, Days, 1, 365, Days)) : new SlidingRows(reading.Whole(window, Rows, DriftCheckSettings.LeastRows, 1_000_000, "requests"));
    }
}
