using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Reads one item of <c>successCriteria</c>.</summary>
internal static class CriterionSection
{
    public static Criterion Of(ScenarioReading reading, LocatedJson item, PredictionTask task)
    {
        if (item.Kind != JsonValueKind.Object)
        {
            reading.Refuse(item, $"is {item.Raw}", "{ metric, atLeast } or { metric, atMost }", "Change the item.");
            return new Criterion("", 0);
        }

        bool isRegression = task == PredictionTask.Regression;
        string[] known = isRegression ? [.. ScenarioFile.ErrorMetrics, .. ScenarioFile.SkillMetrics] : [.. ScenarioFile.CriterionMetrics];
        string metric = reading.OneOf(item, "metric", known);
        bool isError = ScenarioFile.ErrorMetrics.Contains(metric);
        reading.RefuseUnknown(item, "metric", isError ? "atMost" : "atLeast");
        if (isError) return new Criterion(metric, null, reading.Number(item, "atMost", value => value >= 0, "an error of 0 or more"));
        return new Criterion(metric, isRegression
            ? reading.Number(item, "atLeast", value => value <= 1, "a number up to 1")
            : reading.Number(item, "atLeast", value => value is >= 0 and <= 1, "a number from 0 to 1"));
    }
}
