using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Reads <c>monitor</c>.</summary>
internal static class MonitorSection
{
    private static readonly (string Word, WatchedPart Part)[] Parts =
        [("features", WatchedPart.Features), ("prediction", WatchedPart.Prediction), ("quality", WatchedPart.Quality)];

    public static MonitorSettings Of(ScenarioReading reading, LocatedJson? whole, PredictionTask task)
    {
        bool isRegression = task == PredictionTask.Regression;
        LocatedJson? monitor = isRegression
            ? reading.Object(whole, "monitor", "falseAlarmBudget", "plannedChecks", "windowDays", "watch", "qualityTest")
            : reading.Object(whole, "monitor", "falseAlarmBudget", "plannedChecks", "windowDays", "watch");
        MonitorSettings settings = new(
            reading.Number(monitor, "falseAlarmBudget", ScenarioReading.IsShare, "a probability above 0 and below 1, such as 0.05"),
            reading.Whole(monitor, "plannedChecks", 1, 10_000, "checks"),
            reading.Whole(monitor, "windowDays", 1, 365, "days"));
        if (ScenarioReading.Has(monitor, "watch")) settings = settings with { Watches = WatchesOf(reading, monitor) };
        return isRegression && reading.OptionalOneOf(monitor, "qualityTest", "mae", "bias") == "bias" ? settings with { Quality = QualityTest.Bias } : settings;
    }

    private static List<WatchedPart> WatchesOf(ScenarioReading reading, LocatedJson? monitor)
    {
        List<WatchedPart> watches = [];
        string words = string.Join(", ", Parts.Select(part => part.Word));
        foreach (LocatedJson item in reading.Items(monitor, "watch", $"an array of {words}"))
        {
            int at = item.Kind == JsonValueKind.String ? Array.FindIndex(Parts, part => part.Word == item.Raw) : -1;
            if (at < 0) reading.Refuse(item, $"is {item.Raw}", words, "Choose among them.");
            else if (watches.Contains(Parts[at].Part)) reading.Refuse(item, $"names '{item.Raw}' a second time", "each once", "Remove one of the two.");
            else watches.Add(Parts[at].Part);
        }

        return watches;
    }
}
