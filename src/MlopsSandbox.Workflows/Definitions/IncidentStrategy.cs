using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>What a fault does to its instance, as <c>options.incidentStrategyType</c> says: Elsa's two strategies, by the names of their types.</summary>
internal static class IncidentStrategy
{
    private const string Property = "incidentStrategyType", Fault = "FaultStrategy", Continue = "ContinueWithIncidentsStrategy";

    /// <summary>True when what doesn't follow from the activity that faulted goes on.</summary>
    public static bool Continues(JsonElement document) => NameIn(document) == Continue;

    public static void Check(JsonElement document, ProblemList problems)
    {
        if (NameIn(document) is not { } name || name is Fault or Continue) return;
        problems.Error($"$.options.{Property}", $"{Property} is of the type '{name}'; expected one of {FullName(Fault)} or {FullName(Continue)}." +
            NearestName.Suggestion(name, [Fault, Continue]));
    }

    // Elsa writes the type with its namespace and assembly; the type's own name is what tells them apart.
    private static string? NameIn(JsonElement document)
    {
        if (document.Get("options") is not { ValueKind: JsonValueKind.Object } options || options.Get(Property) is not { ValueKind: not JsonValueKind.Null } written) return null;
        if (written.ValueKind != JsonValueKind.String) return written.GetRawText();
        var type = written.GetString()!.Split(',')[0].Trim();
        return type.Length == 0 ? null : type[(type.LastIndexOf('.') + 1)..];
    }

    private static string FullName(string strategy) => $"Elsa.Workflows.IncidentStrategies.{strategy}, Elsa.Workflows.Core";
}
