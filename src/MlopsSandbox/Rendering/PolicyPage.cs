using System.Text.Json;
using MlopsSandbox.Commands;
using MlopsSandbox.Shapes;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>A retrain policy, where it comes from and what it decided last.</summary>
internal static class PolicyPage
{
    /// <summary>Draws it.</summary>
    public static void Draw(IAnsiConsole screen, PolicyShape shown, Hints hints)
    {
        screen.WriteLine($"{(shown.Endpoint is { } endpoint ? $"Endpoint {endpoint}, scenario {shown.Scenario}" : $"Scenario {shown.Scenario}")}: {Rule(shown.Policy)}.");
        if (shown.Policy.TryGetProperty("data", out JsonElement data)) screen.WriteLine($"It learns from: {Parameters(data)}.");
        if (shown.Policy.TryGetProperty("guardrails", out JsonElement guard)) screen.WriteLine($"Guardrails: {Figures(guard)}; never two trainings of an endpoint at once.");
        screen.WriteLine(shown.Set is { } set
            ? $"Set for {Tables.Word(set.Scope)} {set.Name} by {set.By} at {Rendering.Figures.Time(set.SetAt)} UTC: {set.Reason}"
            : "It is the scenario's own; nobody has set another.");
        if (shown.Endpoint is null) return;
        Decisions(screen, shown, hints);
    }

    private static void Decisions(IAnsiConsole screen, PolicyShape shown, Hints hints)
    {
        if (shown.Decisions.Count == 0)
        {
            screen.WriteHint("It has decided nothing yet; a check does", hints.For("run", "monitor", "--input", $"scenario={shown.Scenario}"));
            return;
        }
        Table table = Tables.Of("day", "choice", "rule", "held by", "run", "why");
        foreach (DecisionShape decision in shown.Decisions)
            table.Row(Rendering.Figures.Day(decision.SimulatedAt), decision.Choice, decision.Rule ?? "–", decision.Guardrail ?? "–", decision.StartedRun ?? "–", decision.Reason);
        screen.Write(table);
    }

    /// <summary>A rule in a few words, such as <c>any of (drift, periodic every 7 days)</c>.</summary>
    public static string Rule(JsonElement rule) => rule.GetProperty("kind").GetString() switch
    {
        "any" or "all" => $"{rule.GetProperty("kind").GetString()} of ({string.Join(", ", rule.GetProperty("of").EnumerateArray().Select(Rule))})",
        "drift" => "retrain on drift",
        "never" => "never retrain",
        "periodic" => $"retrain every {rule.GetProperty("everyDays").GetRawText()} days",
        "labels" => $"retrain every {rule.GetProperty("everyLabels").GetRawText()} labels",
        "quality" => $"retrain when measured quality has lost {rule.GetProperty("loss").GetRawText()}",
        "estimatedQuality" => $"retrain when estimated quality has lost {rule.GetProperty("loss").GetRawText()}",
        _ => $"retrain when staying {rule.GetProperty("horizonDays").GetRawText()} days is expected to cost more than {rule.GetProperty("retrainCost").GetRawText()}",
    };

    private static string Parameters(JsonElement data) => string.Join(", ", data.EnumerateObject().Select(one => one.NameEquals("kind") ? one.Value.GetString()! : $"{one.Name} {one.Value.GetRawText()}"));

    private static string Figures(JsonElement guard) => string.Join(", ", guard.EnumerateObject().Select(one => one.Value.ValueKind == JsonValueKind.Object
        ? $"{one.Name} {one.Value.GetProperty("trainings").GetRawText()} in {one.Value.GetProperty("days").GetRawText()} days"
        : $"{one.Name} {one.Value.GetRawText()}"));
}
