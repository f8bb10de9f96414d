using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Web.Monitor;

namespace MlopsSandbox.Tests.Web.Monitor;

/// <summary>Ten days of an endpoint: the check at the end of day 4, which is the begin of day 5, finds drift, a retrain after the check of day 6 takes over on day 8.</summary>
internal static class SampleHistory
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Day(int day) => Start.AddDays(day);

    public static EndpointHistory Of(StoryTruth? truth) => new(
        "churn-0001",
        [.. Enumerable.Range(1, 10).Select(Check)],
        [.. Enumerable.Range(1, 10).Select(Decision)],
        [Deployment(1, 0), Deployment(2, 8)],
        truth);

    public static StoryTruth Truth(string kind, int? from) => new("story-0001", kind, StoryCalendar.Invented, from,
    [
        new TruthWindow(Day(3), 100, 0.85, 0.85, 1),
        new TruthWindow(Day(8), 100, 0.45, 0.45, 1),
        new TruthWindow(Day(9), 100, 0.8, 0.5, 2),
    ]);

    public static CheckReport Check(int day) => CheckReport.Of(Row(day, Severity(day)));

    public static DriftReportRow Row(int day, double severity) => new($"drift-{day:0000}", Day(day), severity >= 1, JsonSerializer.Deserialize<JsonElement>($$"""
        {
          "windowStart": "{{Day(day - 3):o}}", "windowEnd": "{{Day(day):o}}", "rows": 360, "drifted": {{(severity >= 1 ? "true" : "false")}},
          "features": [
            { "name": "monthly_charges", "kind": "feature", "test": "ks", "score": 0.18, "threshold": 0.09, "drifted": {{(severity >= 1 ? "true" : "false")}}, "p": 0.00001, "alpha": 0.001,
              "psi": 0.4, "psiThreshold": 0.1, "effect": 0.3, "severity": {{severity.ToString(System.Globalization.CultureInfo.InvariantCulture)}}, "verdict": "drifted", "moved": 0.18, "leastMoved": 0.02, "leastRows": 2, "why": "it is a number" },
            { "name": "quality", "kind": "quality", "test": "auc", "score": null, "threshold": null, "drifted": false, "p": null, "alpha": 0.001, "psi": null, "psiThreshold": null,
              "effect": null, "severity": 0.2, "verdict": "notFound", "moved": null, "leastMoved": 0, "leastRows": 0, "why": "" }
          ],
          "quality": { "rows": 300, "auc": 0.61, "aucStandardError": 0.03, "baselineAuc": 0.86, "baselineAucStandardError": 0.02 },
          "monitors": [ { "monitor": "dataQuality", "verdict": "found", "alpha": 0.001, "judged": 3, "notJudged": null, "findings": [
            { "subject": "monthly_charges", "measure": "range", "value": 0.2, "reference": 0, "low": null, "high": null, "p": 0.0001, "alpha": 0.001, "found": true, "notJudged": null, "text": "62 of 360 values lie outside." } ] } ],
          "notes": []
        }
        """), $"monitor-{day:0000}");

    private static double Severity(int day) => day is >= 5 and < 8 ? 4 : 0.4;

    private static RetrainDecisionRow Decision(int day) => new(Day(day), day switch { 5 or 6 => "wait", 7 => "retrain", _ => "none" }, "Drift in monthly_charges.", null, null)
    {
        RunId = $"monitor-{day:0000}",
        StartedRun = day == 7 ? "lifecycle-0002" : null,
        Grounds = new DecisionGrounds("drift", day is 5 or 6 ? "labels" : null, Json("""{"kind":"drift"}"""), Json("""{"estimatedQuality":{"metric":"AUC","value":0.7,"reference":0.86,"loss":0.16,"lossError":0.03}}"""), null),
    };

    private static Deployment Deployment(int version, int day) => new("churn-0001", version, ContentHash.Of([1]), null, Day(day), $"lifecycle-000{version}");

    private static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
