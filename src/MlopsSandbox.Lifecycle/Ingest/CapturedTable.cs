using System.Text.Json;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Turns captured requests back into a typed table.</summary>
public static class CapturedTable
{
    /// <summary>One row a request, in the order given, with the features in the scenario's order. A feature that a request leaves out is missing.</summary>
    /// <param name="requests">Requests; of those whose label has not arrived the table says 0, so ask only for the labels that are there.</param>
    /// <param name="features">The scenario's features.</param>
    /// <exception cref="StageException">A value is not of its feature's kind (<c>captured-value</c>).</exception>
    public static Table From(IReadOnlyList<CapturedRequest> requests, IReadOnlyList<Feature> features) => new(
        [.. requests.Select(request => request.RowId)],
        [.. features.Select(feature => ColumnOf(requests, feature))],
        [.. requests.Select(request => request.Label ?? 0)]);

    private static Column ColumnOf(IReadOnlyList<CapturedRequest> requests, Feature feature) => feature.Kind == FeatureKind.Numeric
        ? new NumericColumn(feature.Name, [.. requests.Select(request => NumberOf(request, feature.Name))])
        : new CategoricalColumn(feature.Name, [.. requests.Select(request => TextOf(request, feature.Name))]);

    private static double NumberOf(CapturedRequest request, string feature) => ValueOf(request, feature) switch
    {
        null => double.NaN,
        { ValueKind: JsonValueKind.Number } value => value.GetDouble(),
        { } other => throw Unexpected(request, feature, other, "a number or null"),
    };

    private static string? TextOf(CapturedRequest request, string feature) => ValueOf(request, feature) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } value => value.GetRawText(),
        { } other => throw Unexpected(request, feature, other, "a text or null"),
    };

    private static JsonElement? ValueOf(CapturedRequest request, string feature) =>
        request.Features.TryGetValue(feature, out JsonElement value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    private static StageException Unexpected(CapturedRequest request, string feature, JsonElement found, string expected) => new(
        "captured-value",
        FormattableString.Invariant($"Captured request {request.Sequence}: feature '{feature}' is {found.GetRawText()}; expected {expected}, as the scenario says."));
}
