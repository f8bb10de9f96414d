using System.Text.Json.Serialization;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>How good a model is on rows that it was not fitted on.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ClassificationQuality), "classification")]
[JsonDerivedType(typeof(RegressionQuality), "regression")]
public abstract record ModelQuality
{
    /// <summary>Content hash of the model package.</summary>
    public required string Model { get; init; }
    /// <summary>Rows that it was measured on.</summary>
    public required int Rows { get; init; }

    /// <summary>The task's headline metric.</summary>
    [JsonIgnore]
    public abstract double Headline { get; }

    /// <summary>The figures by the names that success criteria and the catalog use; those that are not defined are left out.</summary>
    public IReadOnlyDictionary<string, double> Metrics() =>
        Figures().Where(metric => metric.Value is not null).ToDictionary(metric => metric.Name, metric => metric.Value!.Value);

    /// <summary>Measures the answers to rows with labels.</summary>
    internal static ModelQuality Of(string model, Scenario scenario, double? threshold, double[] scores, Ingest.Table rows) =>
        scenario.Task == PredictionTask.Regression
            ? RegressionQuality.Of(model, scores, rows.Labels, NaiveOf(scenario, rows))
            : ClassificationQuality.Of(model, threshold, scores, Classes.Of(rows.Labels), scenario.Costs);

    /// <summary>All figures, null where they are not defined.</summary>
    protected abstract IEnumerable<(string Name, double? Value)> Figures();

    private static double[]? NaiveOf(Scenario scenario, Ingest.Table rows) => scenario.NaiveForecast is { } name ? ((Ingest.NumericColumn)rows[name]).Values : null;
}
