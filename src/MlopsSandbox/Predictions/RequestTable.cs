using System.Text.Json;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Predictions;

/// <summary>Turns rows that somebody sent into a typed table, or says of every field what is wrong.</summary>
internal static class RequestTable
{
    private const int ProblemsTold = 20;

    /// <summary>One row a request, with the features in the model's order; null is a missing value, a field left out is refused.</summary>
    /// <exception cref="PredictionException">A field is missing, unknown or of another kind than the model was fitted on.</exception>
    public static Table Of(IReadOnlyList<Feature> features, IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> rows)
    {
        FieldProblem[] problems = [.. rows.SelectMany((row, index) => ProblemsOf(row, index + 1, features)).Take(ProblemsTold)];
        if (problems.Length > 0) throw new PredictionException(problems);
        return new Table([.. Enumerable.Range(0, rows.Count)], [.. features.Select(feature => ColumnOf(feature, rows))], new double[rows.Count]);
    }

    private static IEnumerable<FieldProblem> ProblemsOf(IReadOnlyDictionary<string, JsonElement> row, int number, IReadOnlyList<Feature> features)
    {
        IEnumerable<string> names = features.Select(feature => feature.Name);
        foreach (string unknown in row.Keys.Except(names, StringComparer.Ordinal))
            yield return new FieldProblem(number, unknown, $"'{unknown}' is not a feature of the model; expected {string.Join(", ", names)}.{NearestName.Hint(unknown, names)}");
        foreach (Feature feature in features)
            if (ProblemOf(row, feature) is { } message) yield return new FieldProblem(number, feature.Name, message);
    }

    private static string? ProblemOf(IReadOnlyDictionary<string, JsonElement> row, Feature feature)
    {
        string expected = feature.Kind == FeatureKind.Numeric ? "a number, or null when it is not known" : "a text, or null when it is not known";
        if (!row.TryGetValue(feature.Name, out JsonElement value)) return $"'{feature.Name}' is missing; expected {expected}.";
        bool isRight = value.ValueKind is JsonValueKind.Null
            || (feature.Kind == FeatureKind.Numeric ? value.ValueKind is JsonValueKind.Number && double.IsFinite(value.GetDouble()) : value.ValueKind is JsonValueKind.String);
        return isRight ? null : $"'{feature.Name}' is {value.GetRawText()}; expected {expected}.";
    }

    private static Column ColumnOf(Feature feature, IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> rows) => feature.Kind == FeatureKind.Numeric
        ? new NumericColumn(feature.Name, [.. rows.Select(row => row[feature.Name] is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : double.NaN)])
        : new CategoricalColumn(feature.Name, [.. rows.Select(row => row[feature.Name].GetString())]);
}
