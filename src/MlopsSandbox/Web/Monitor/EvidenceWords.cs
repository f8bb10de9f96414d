using System.Text.Json;
using MlopsSandbox.Rendering;
using static System.FormattableString;

namespace MlopsSandbox.Web.Monitor;

/// <summary>Tells by what a policy decided: a name and a figure each. Pure.</summary>
internal static class EvidenceWords
{
    /// <summary>The evidence of a decision in words, as far as it was kept.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(JsonElement evidence) => [.. Lines(evidence)];

    /// <summary>What held a retrain back, in words.</summary>
    public static string Guardrail(string guardrail) => guardrail switch
    {
        "labels" => "too few labels",
        "cooldown" => "the cooldown after a training",
        "budget" => "the budget of trainings",
        "unfinished" => "another training that has not ended",
        _ => guardrail,
    };

    /// <summary>What a retrain learns from, in words.</summary>
    public static string Data(JsonElement data)
    {
        string what = data.GetProperty("source").GetString() == "all" ? "the history and labelled requests" : "labelled requests";
        string since = data.TryGetProperty("since", out JsonElement from) ? $" served since {Day(from)}" : "";
        string decay = data.TryGetProperty("halfLifeDays", out JsonElement days) ? $", each counting half after {days.GetRawText()} days" : "";
        return $"{Figures.Count(data.GetProperty("labels").GetInt64())} {what}{since}{decay}";
    }

    private static IEnumerable<(string, string)> Lines(JsonElement evidence)
    {
        if (evidence.TryGetProperty("alarm", out JsonElement alarm)) yield return ("Open alarm", $"{CheckReport.WordsOf(alarm.GetProperty("what").GetString()!)}, found {Day(alarm.GetProperty("raisedAt"))}, changed about {Day(alarm.GetProperty("changedAt"))}");
        if (alarm.ValueKind == JsonValueKind.Object) yield return ("Labels since the change", Figures.Count(alarm.GetProperty("labelsSince").GetInt64()));
        if (evidence.TryGetProperty("lastTrainedAt", out JsonElement trained)) yield return ("Last trained", Day(trained));
        if (evidence.TryGetProperty("trainings", out JsonElement trainings)) yield return ("Retrains so far", Figures.Count(trainings.GetInt64()));
        if (evidence.TryGetProperty("labels", out JsonElement labels)) yield return ("Labels", $"{Figures.Count(labels.GetInt64())}, {Figures.Count(evidence.GetProperty("labelsSinceTraining").GetInt64())} of them since the last training");
        if (evidence.TryGetProperty("requestsPerDay", out JsonElement requests)) yield return ("Traffic", Invariant($"{requests.GetDouble():0.#} requests a day"));
        if (evidence.TryGetProperty("quality", out JsonElement quality)) yield return ("Measured quality", Quality(quality));
        if (evidence.TryGetProperty("estimatedQuality", out JsonElement estimated)) yield return ("Estimated quality", Quality(estimated));
        if (evidence.TryGetProperty("cost", out JsonElement cost)) yield return ("Cost of mistakes", Invariant($"{cost.GetProperty("perRequest").GetDouble():0.00} {cost.GetProperty("currency").GetString()} a request; {cost.GetProperty("reference").GetDouble():0.00} on the model's validation and test rows"));
        if (evidence.TryGetProperty("unfinishedRun", out JsonElement run)) yield return ("Unfinished", run.GetString()!);
        if (evidence.TryGetProperty("pendingFrom", out JsonElement pending)) yield return ("Another model serves from", Day(pending));
    }

    private static string Quality(JsonElement quality) =>
        Invariant($"{quality.GetProperty("metric").GetString()} {quality.GetProperty("value").GetDouble():0.000}; {quality.GetProperty("reference").GetDouble():0.000} on the model's validation and test rows, a loss of {quality.GetProperty("loss").GetDouble():0.000}");

    private static string Day(JsonElement time) => Figures.Day(time.GetDateTimeOffset());
}
