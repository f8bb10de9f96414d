using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using MlopsSandbox.HangfireConformance;
using Npgsql;

namespace MlopsSandbox.HangfireSqlite.Tests.Conformance;

/// <summary>Hangfire's PostgreSQL storage, in one schema of its own that is emptied for each case and dropped at the end.</summary>
internal sealed partial class HangfirePostgreSql : StorageKind, IDisposable
{
    private readonly string _schema = $"conformance_{Guid.NewGuid():N}";
    private readonly NpgsqlDataSource _database;
    private readonly PostgreSqlStorage _storage;
    private readonly string _empty;

    public HangfirePostgreSql(string connectionString)
    {
        _database = NpgsqlDataSource.Create(connectionString);
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = _schema,
            AllowUnsafeValues = true,     // A poll interval shorter than a production server's.
            QueuePollInterval = TimeSpan.FromMilliseconds(20),
            InvisibilityTimeout = TimeSpan.FromSeconds(2),
            UseSlidingInvisibilityTimeout = true,
            JobExpirationCheckInterval = TimeSpan.FromMilliseconds(100),
            CountersAggregateInterval = TimeSpan.FromSeconds(2),     // Its aggregation loses what is counted between its two statements; the rarer, the better.
        };
        _storage = new PostgreSqlStorage(new NpgsqlConnectionFactory(connectionString, options), options);
        _empty = (string)_database.CreateCommand($"""
            SELECT string_agg(format('DELETE FROM %I.%I;', schemaname, tablename), ' ') FROM pg_tables WHERE schemaname = '{_schema}' AND tablename <> 'schema'
            """).ExecuteScalar()!;
    }

    public override string Name => "Hangfire.PostgreSql";

    public override StorageUnderTest Create()
    {
        _database.CreateCommand(_empty).ExecuteNonQuery();
        return new Schema(_storage);
    }

    public void Dispose()
    {
        _database.CreateCommand($"DROP SCHEMA {_schema} CASCADE").ExecuteNonQuery();
        _database.Dispose();
    }

    private sealed class Schema(PostgreSqlStorage storage) : StorageUnderTest
    {
        public override TimeSpan InvisibilityTimeout => TimeSpan.FromSeconds(2);
        public override JobStorage Storage => storage;

        public override void Dispose()
        {
            // The next case empties it.
        }
    }
}
