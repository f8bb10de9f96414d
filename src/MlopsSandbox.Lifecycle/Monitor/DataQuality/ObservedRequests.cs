using System.Text.Json;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.DataQuality;

/// <summary>Requests as a monitor reads them: a value of the wrong kind counts as missing and is noted, where <see cref="CapturedTable"/> would refuse it.</summary>
public sealed class ObservedRequests
{
    private ObservedRequests(IReadOnlyList<CapturedRequest> requests, Table rows, Dictionary<string, int> misread, int withUnknown, IReadOnlyList<string> unknown) =>
        (Requests, Rows, Misread, WithUnknown, Unknown) = (requests, rows, misread, withUnknown, unknown);

    /// <summary>The requests, in their order.</summary>
    public IReadOnlyList<CapturedRequest> Requests { get; }

    /// <summary>Their features; the label of a request that has none is 0.</summary>
    public Table Rows { get; }

    /// <summary>By feature: values that were neither missing nor of its kind; 0 is left out. An infinite number is of no kind.</summary>
    public IReadOnlyDictionary<string, int> Misread { get; }

    /// <summary>Requests with a member that is no feature.</summary>
    public int WithUnknown { get; }

    /// <summary>Names of such members, in ordinal order.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Reads requests; never refuses one.</summary>
    public static ObservedRequests Of(IReadOnlyList<CapturedRequest> requests, IReadOnlyList<Feature> features)
    {
        Dictionary<string, int> misread = new(StringComparer.Ordinal);
        Table rows = new(
            [.. requests.Select(request => request.RowId)],
            [.. features.Select(feature => ColumnOf(requests, feature, misread))],
            [.. requests.Select(request => request.Label ?? 0)]);
        HashSet<string> known = [.. features.Select(feature => feature.Name)];
        string[][] strangers = [.. requests.Select(request => request.Features.Keys.Where(name => !known.Contains(name)).ToArray()).Where(names => names.Length > 0)];
        return new ObservedRequests(requests, rows, misread, strangers.Length, [.. strangers.SelectMany(names => names).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static Column ColumnOf(IReadOnlyList<CapturedRequest> requests, Feature feature, Dictionary<string, int> misread)
    {
        JsonElement?[] values = [.. requests.Select(request => request.Features.TryGetValue(feature.Name, out JsonElement value) && IsPresent(value) ? value : (JsonElement?)null)];
        Column column = feature.Kind == FeatureKind.Numeric
            ? new NumericColumn(feature.Name, [.. values.Select(NumberOf)])
            : new CategoricalColumn(feature.Name, [.. values.Select(TextOf)]);
        int wrong = values.Count(value => value is not null) - PresentIn(column);
        if (wrong > 0) misread[feature.Name] = wrong;
        return column;
    }

    private static int PresentIn(Column column) => column switch
    {
        NumericColumn numeric => numeric.Values.Count(value => !double.IsNaN(value)),
        CategoricalColumn categorical => categorical.Values.Count(value => value is not null),
        _ => 0,
    };

    private static bool IsPresent(JsonElement value) => value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);

    private static double NumberOf(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out double read) && double.IsFinite(read) ? read : double.NaN;

    private static string? TextOf(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } other => other.GetRawText(),
        _ => null,
    };
}
