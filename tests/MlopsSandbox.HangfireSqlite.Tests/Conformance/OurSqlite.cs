using Hangfire;
using MlopsSandbox.HangfireConformance;

namespace MlopsSandbox.HangfireSqlite.Tests.Conformance;

/// <summary>Our own storage: a new file for each case, opened a second time as another process would have it. It has no deviations.</summary>
internal sealed class OurSqlite : StorageKind
{
    public override string Name => "MlopsSandbox.HangfireSqlite";

    public override StorageUnderTest Create() => new OpenFile();

    private sealed class OpenFile : StorageUnderTest
    {
        private readonly TestDatabase _database = new();
        private readonly ShiftedTime _time = new();
        private readonly Lazy<SqliteStorage> _neighbour;

        public OpenFile()
        {
            Storage = Open();
            _neighbour = new Lazy<SqliteStorage>(Open);
        }

        public override JobStorage Storage { get; }

        public override JobStorage Neighbour => _neighbour.Value;

        public override void Elapse(TimeSpan time) => _time.Advance(time);

        public override void Dispose() => _database.Dispose();

        private SqliteStorage Open() => _database.Open(new SqliteStorageOptions
        {
            TimeProvider = _time,
            QueuePollInterval = TimeSpan.FromMilliseconds(5),
            DeadProcessCheckInterval = TimeSpan.FromMilliseconds(50),
            SlidingInvisibilityTimeout = TimeSpan.FromSeconds(1),
            JobExpirationCheckInterval = TimeSpan.FromSeconds(1),
        });
    }
}
