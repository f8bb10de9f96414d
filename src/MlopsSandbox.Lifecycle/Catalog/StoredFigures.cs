namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Figures that rows of older homes lack and that SQL of both databases can't reckon: filled in once, after the migration that made their columns.</summary>
internal static class StoredFigures
{
    /// <summary>The migration that they belong to.</summary>
    public const int Since = 10;

    /// <summary>Fills in how long runs took, and the metrics of model versions.</summary>
    public static void Fill(Session session)
    {
        foreach ((string id, double seconds) in session.Query($"SELECT id, started_at, ended_at FROM runs WHERE ended_at IS NOT NULL",
            row => (row.Text("id"), (row.Time("ended_at") - row.Time("started_at")).TotalSeconds)))
        {
            session.Execute($"UPDATE runs SET duration_seconds = {seconds} WHERE id = {id}");
        }
        foreach ((string model, int version, Dictionary<string, double> metrics) in session.Query($"SELECT model, version, metrics_json FROM model_versions",
            row => (row.Text("model"), row.Number("version"), row.Json<Dictionary<string, double>>("metrics_json"))))
        {
            AddMetrics(session, model, version, metrics);
        }
    }

    /// <summary>Keeps the metrics of a version so that versions can be sorted by them.</summary>
    public static void AddMetrics(Session session, string model, int version, IReadOnlyDictionary<string, double> metrics)
    {
        foreach ((string name, double value) in metrics.Where(metric => !double.IsNaN(metric.Value)))
            session.Execute($"INSERT INTO model_metrics (model, name, value, version) VALUES ({model}, {name}, {value}, {version})");
    }
}
