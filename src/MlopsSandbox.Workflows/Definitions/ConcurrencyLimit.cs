using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>How many runs of a workflow may be under way at a time, as <c>customProperties.maximumRuns</c> says.</summary>
internal static class ConcurrencyLimit
{
    private const string Property = "maximumRuns";

    /// <summary>The limit; null when there is none.</summary>
    public static int? In(JsonElement document) => Written(document) is { ValueKind: JsonValueKind.Number } written && written.TryGetInt32(out var limit) && limit >= 1 ? limit : null;

    public static void Check(JsonElement document, ProblemList problems)
    {
        if (Written(document) is { } written && In(document) is null)
            problems.Error($"$.customProperties.{Property}", $"{Property} is {DocumentRules.Named(written)}; expected how many runs of the workflow may be under way at a time, a whole number from 1.");
    }

    private static JsonElement? Written(JsonElement document) =>
        document.Get("customProperties") is { ValueKind: JsonValueKind.Object } custom && custom.Get(Property) is { ValueKind: not JsonValueKind.Null } written ? written : null;
}
