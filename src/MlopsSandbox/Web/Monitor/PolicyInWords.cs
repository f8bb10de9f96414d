using System.Text.Json;

namespace MlopsSandbox.Web.Monitor;

/// <summary>What a policy learns from and what holds it back, in words; its rule is told by <see cref="Rendering.PolicyPage.Rule"/>. Pure.</summary>
internal static class PolicyInWords
{
    /// <summary>What a retrain learns from.</summary>
    public static string Data(JsonElement policy)
    {
        if (!policy.TryGetProperty("data", out JsonElement data)) return PolicyForm.WordsOf("sinceChange");
        string kind = data.GetProperty("kind").GetString()!;
        return (kind, data.TryGetProperty("rows", out JsonElement rows), data.TryGetProperty("days", out JsonElement days), data.TryGetProperty("halfLifeDays", out JsonElement half)) switch
        {
            (_, true, _, _) => $"the last {rows.GetRawText()} labelled requests",
            (_, _, true, _) => $"labelled requests of the last {days.GetRawText()} days",
            (_, _, _, true) => $"all labelled requests, each counting half after {half.GetRawText()} days",
            _ => PolicyForm.WordsOf(kind),
        };
    }

    /// <summary>What must hold before a retrain, a few words each.</summary>
    public static IReadOnlyList<string> Guardrails(JsonElement policy) =>
    [
        "never two trainings of an endpoint at once",
        .. policy.TryGetProperty("guardrails", out JsonElement guard) ? guard.EnumerateObject().Select(Guardrail) : [],
    ];

    private static string Guardrail(JsonProperty one) => one.Name switch
    {
        "minimumLabels" => $"at least {one.Value.GetRawText()} labels to learn from",
        "minimumLabelsOfEachClass" => $"at least {one.Value.GetRawText()} labels of each class",
        "cooldownDays" => $"at least {one.Value.GetRawText()} days from one training to the next",
        "budget" => $"at most {one.Value.GetProperty("trainings").GetRawText()} trainings in {one.Value.GetProperty("days").GetRawText()} days",
        "approval" => "a person agrees before a retrained model is deployed",
        _ => $"{one.Name} {one.Value.GetRawText()}",
    };
}
