using System.Text.Json;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Schedules;
using MlopsSandbox.Lifecycle.Monitor.Thresholds;
using MlopsSandbox.Lifecycle.Monitor.Windows;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Reads <c>monitor</c>.</summary>
internal static class MonitorSection
{
    private static readonly string[] Members = ["falseAlarmBudget", "plannedChecks", "windowDays", "window", "schedule", "thresholds", "leastChange", "watch", "maximumModelDays"];

    private static readonly (string Word, WatchedPart Part)[] Parts =
        [("features", WatchedPart.Features), ("prediction", WatchedPart.Prediction), ("quality", WatchedPart.Quality)];

    public static MonitorSettings Of(ScenarioReading reading, LocatedJson? whole, PredictionTask task, IReadOnlyList<Feature> features)
    {
        bool isRegression = task == PredictionTask.Regression;
        LocatedJson? monitor = reading.Object(whole, "monitor", [.. Members, isRegression ? "qualityTest" : "bias"]);
        MonitorSettings settings = new(
            reading.Number(monitor, "falseAlarmBudget", ScenarioReading.IsShare, "a probability above 0 and below 1, such as 0.05"),
            reading.Whole(monitor, "plannedChecks", 1, 10_000, "checks"),
            WindowReading.Of(reading, monitor))
        {
            Schedule = ScheduleReading.Of(reading, monitor),
            Thresholds = ThresholdReading.Of(reading, monitor),
            LeastChange = ThresholdReading.LeastOf(reading, monitor),
        };
        if (ScenarioReading.Has(monitor, "watch")) settings = settings with { Watches = WatchesOf(reading, monitor) };
        ThresholdReading.RefuseTooFew(reading, monitor, DriftCheckSettings.Of(settings).AlphaOfEach(features.Count));
        if (ScenarioReading.Has(monitor, "maximumModelDays")) settings = settings with { MaximumModelDays = reading.Whole(monitor, "maximumModelDays", 1, 100_000, "days") };
        if (ScenarioReading.Has(monitor, "bias"))
            settings = settings with { Bias = [.. reading.Items(monitor, "bias", "an array of { feature, group }").Select(item => BiasGroupOf(reading, item, features)).OfType<BiasGroup>()] };
        return isRegression && reading.OptionalOneOf(monitor, "qualityTest", "mae", "bias") == "bias" ? settings with { Quality = QualityTest.Bias } : settings;
    }

    private static BiasGroup? BiasGroupOf(ScenarioReading reading, LocatedJson item, IReadOnlyList<Feature> features)
    {
        if (item.Kind != JsonValueKind.Object)
        {
            reading.Refuse(item, $"is {item.Raw}", "{ feature, group }", "Change the item.");
            return null;
        }

        reading.RefuseUnknown(item, "feature", "group");
        string name = reading.Text(item, "feature", "a categorical feature's name");
        string[] categorical = [.. features.Where(feature => feature.Kind == FeatureKind.Categorical).Select(feature => feature.Name)];
        if (name.Length > 0 && !categorical.Contains(name))
            reading.Refuse(item.Members["feature"], $"is '{name}'", "a categorical feature of this scenario", $"Name one of the features.{NearestName.Hint(name, categorical)}");
        return new BiasGroup(name, reading.Text(item, "group", "the group's value, as a text"));
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
