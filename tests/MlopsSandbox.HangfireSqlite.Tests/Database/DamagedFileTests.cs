using Microsoft.Data.Sqlite;

namespace MlopsSandbox.HangfireSqlite.Tests.Database;

/// <summary>Files that are damaged, deleted or replaced: told clearly, and nothing more is lost.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private const int PageBytes = 4096;

    private readonly TestDatabase _database = new();
    private readonly Work _work = new();

    private string Away => _database.File + ".away";
    private string Wal => _database.File + "-wal";

    public void Dispose() => _database.Dispose();

    private static string Refusal(Action use) => StorageOfATest.Refusal(use);

    private static void Fill(TestDatabase database, int jobs)
    {
        using var storage = new SqliteStorage(database.File);
        for (var number = 0; number < jobs; number++) storage.Enqueue(number);
    }

    private void Overwrite(string table)
    {
        using var connection = new SqliteConnection($"Data Source={_database.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT rootpage FROM sqlite_schema WHERE name = '{table}'";
        var page = (long)command.ExecuteScalar()!;
        connection.Close();
        using var file = File.OpenWrite(_database.File);
        file.Position = (page - 1) * PageBytes;
        file.Write(Enumerable.Repeat((byte)0xA5, PageBytes).ToArray());
    }

    [Fact]
    public void Fetch_DamagedPage_ToldAndTheRestIsThere()
    {
        Fill(_database, 100);
        Overwrite("Waiting");
        var storage = _database.Open();
        Assert.Equal(
            $"{_database.File}: the database is damaged (SQLite Error 11: 'database disk image is malformed'.). Restore it from a copy, or move it away to start empty.",
            Refusal(() => storage.Fetch()));
        Assert.NotEmpty(storage.CheckIntegrity());
        Assert.Equal(3, storage.GetMonitoringApi().JobDetails("4").Job.Args[0]);
        Assert.Equal(99, storage.GetMonitoringApi().JobDetails("100").Job.Args[0]);
    }

    [Fact]
    public void Write_FileDeletedWhileOpen_Refused()
    {
        var storage = _database.Open();
        storage.Enqueue(1);
        File.Delete(_database.File);
        Assert.Equal(
            $"{_database.File}: the file was deleted or moved while it was open; expected the one that was opened. " +
            "Put it back and the work goes on, or restart the program to use what is there now.",
            Refusal(() => storage.Enqueue(2)));
        Assert.Equal(Refusal(() => storage.Enqueue(2)), Refusal(() => storage.CheckIntegrity()));
    }

    [Fact]
    public void Write_FileReplacedWhileOpen_RefusedAndTheNewFileUntouched()
    {
        using var other = new TestDatabase();
        Fill(other, 5);
        var theirs = File.ReadAllBytes(other.File);
        var storage = _database.Open();
        storage.Enqueue(1);
        File.Copy(other.File, Away);
        File.Move(Away, _database.File, overwrite: true);
        Assert.StartsWith($"{_database.File}: the file was replaced while it was open;", Refusal(() => storage.Enqueue(2)), StringComparison.Ordinal);
        storage.Dispose();
        Assert.Equal(theirs, File.ReadAllBytes(_database.File));
    }

    [Fact]
    public void Server_FileAwayAndBack_GoesOn()
    {
        var storage = _database.Open();
        using var server = _work.Serve(storage, workers: 2);
        storage.Enqueue(1);
        Assert.Equal([1], _work.Runs(1));

        File.Move(_database.File, Away);
        Refusal(() => storage.Enqueue(2));
        File.Move(Away, _database.File);
        storage.Enqueue(3);
        Assert.Equal([3], _work.Runs(1));
        Assert.Equal(0, _work.MoreRuns);
    }

    [Fact]
    public void FetchedJob_GivenBackWhileTheFileWasAway_FetchedAgainOnceItIsBack()
    {
        var storage = _database.Open();
        var id = storage.Enqueue(1);
        var fetched = storage.Fetch();
        File.Move(_database.File, Away);
        Refusal(fetched.Requeue);
        File.Move(Away, _database.File);
        using var again = storage.Fetch();
        Assert.Equal(id, again.JobId);
    }

    [Fact]
    public void Lock_ReleasedWhileTheFileWasAway_FreeOnceItIsBack()
    {
        var (owner, other) = (_database.Open(), _database.Open());
        using var mine = owner.GetConnection();
        using var theirs = other.GetConnection();
        var held = mine.AcquireDistributedLock("champion", TimeSpan.Zero);
        File.Move(_database.File, Away);
        held.Dispose();
        File.Move(Away, _database.File);
        Assert.True(owner.HasNothingToFetch());     // The look at the queue pays back what is owed.
        using var acquired = theirs.AcquireDistributedLock("champion", StorageOfATest.Patience);
    }

    [Fact]
    public void Open_WalOfAnotherFile_RefusedAndBothUntouched()
    {
        using var other = new TestDatabase();
        Fill(other, 900);
        Fill(_database, 300);
        using (var theirs = new SqliteStorage(other.File))
        {
            theirs.Enqueue(1);
            File.Copy(other.File + "-wal", Wal);
        }
        var (file, wal) = (File.ReadAllBytes(_database.File), File.ReadAllBytes(Wal));

        Assert.Matches(
            @"^/.*hangfire\.db: the database and its write-ahead log /.*hangfire\.db-wal don't make a sound database \(.+\); expected the log that was written with this file\. Put the right log",
            Refusal(() => _database.Open()));

        Assert.Equal(file, File.ReadAllBytes(_database.File));
        Assert.Equal(wal, File.ReadAllBytes(Wal));
        File.Delete(Wal);
        Assert.Equal(300, _database.Open().GetMonitoringApi().EnqueuedCount("default"));
    }

    [Fact]
    public void Open_WalOfAnotherProgram_RefusedAndBothUntouched()
    {
        Fill(_database, 30);
        var foreign = Path.Combine(_database.Folder, "customers.db");
        using (var customers = new SqliteConnection($"Data Source={foreign};Pooling=False"))
        {
            customers.Open();
            using var command = customers.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE Customers (Id INTEGER)";
            command.ExecuteNonQuery();
            File.Copy(foreign + "-wal", Wal);
        }
        var (file, wal) = (File.ReadAllBytes(_database.File), File.ReadAllBytes(Wal));
        Refusal(() => _database.Open());
        Assert.Equal(file, File.ReadAllBytes(_database.File));
        Assert.Equal(wal, File.ReadAllBytes(Wal));
    }

    [Fact]
    public void Open_WalWithoutItsDatabase_RefusedAndKept()
    {
        Fill(_database, 3);
        using (var process = new HangingProcess(_database.File))
        {
            process.AwaitBegin(0);
            process.Kill();
        }
        var wal = File.ReadAllBytes(Wal);
        File.Move(_database.File, Away);
        Assert.Equal(
            $"{Wal}: the write-ahead log holds commits, but its database {_database.File} is missing or empty; expected both, or neither. " +
            "Put the database back, or move the log away to start empty.",
            Refusal(() => _database.Open()));
        Assert.Equal(wal, File.ReadAllBytes(Wal));

        File.Move(Away, _database.File);
        using var fetched = _database.Open().Fetch();
        Assert.Equal("1", fetched.JobId);
    }

    [Fact]
    public void Open_NewerSchemaWithAWal_LeavesBothAsTheyAre()
    {
        Fill(_database, 3);
        using (var process = new HangingProcess(_database.File))
        {
            process.AwaitBegin(0);
            process.Kill();
        }
        using (var connection = new SqliteConnection($"Data Source={_database.File};Pooling=False"))
        {
            connection.Open();
            SQLitePCL.raw.sqlite3_db_config(connection.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }
        var (file, wal) = (File.ReadAllBytes(_database.File), File.ReadAllBytes(Wal));
        Assert.Contains("the Hangfire schema is version 99", Refusal(() => _database.Open()), StringComparison.Ordinal);
        Assert.Equal(file, File.ReadAllBytes(_database.File));
        Assert.Equal(wal, File.ReadAllBytes(Wal));
    }
}
