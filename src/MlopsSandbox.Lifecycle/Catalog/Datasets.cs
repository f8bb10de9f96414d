using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Dataset versions that runs have made.</summary>
public sealed class Datasets
{
    private readonly Session _session;
    private readonly DateTimeOffset _now;

    internal Datasets(Session session, DateTimeOffset now) => (_session, _now) = (session, now);

    /// <summary>All versions, by name and version.</summary>
    public IReadOnlyList<DatasetRow> All() => _session.Query($"SELECT * FROM datasets ORDER BY name, version", Read);

    /// <summary>The version that was first made of these rows; null when none was.</summary>
    public DatasetRow? Find(ContentHash dataset) => _session.First($"SELECT * FROM datasets WHERE sha256 = {dataset} ORDER BY created_at, version LIMIT 1", Read);

    internal void Add(DatasetRegistered dataset, string runId) => _session.Execute($"""
        INSERT INTO datasets (name, version, sha256, profile, row_count, run_id, created_at)
        VALUES ({dataset.Name}, {_session.Next($"version of dataset {dataset.Name}")}, {dataset.Dataset}, {dataset.Profile}, {dataset.Rows}, {runId}, {_now})
        """);

    private static DatasetRow Read(Row row) => new(
        row.Text("name"), row.Number("version"), row.Hash("sha256"), row.Hash("profile"), row.Number("row_count"), row.Text("run_id"), row.Time("created_at"));
}

/// <summary>A dataset version.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">From 1.</param>
/// <param name="Sha256">The table.</param>
/// <param name="Profile">Schema and profile.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="RunId">The run that made it.</param>
/// <param name="CreatedAt">Wall time.</param>
public sealed record DatasetRow(string Name, int Version, ContentHash Sha256, ContentHash Profile, int Rows, string RunId, DateTimeOffset CreatedAt);
