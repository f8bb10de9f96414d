using Microsoft.Data.Sqlite;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Tests.Database;

public sealed class WriterQueueTests : IDisposable
{
    private const string Insert = "INSERT INTO Counter (\"Key\", Value) VALUES (?1, 1)";

    private readonly TestDatabase _database = new();
    private readonly SqliteStorage _storage;

    public WriterQueueTests() => _storage = _database.Open();

    public void Dispose() => _database.Dispose();

    private DatabaseFile File => _storage.Database;

    private List<string> Keys() => File.Read(session => session.Query("SELECT \"Key\" FROM Counter ORDER BY \"Key\"", row => row.GetString(0)));

    /// <summary>Posts writes while another one is under way, so that they make one group.</summary>
    private void Together(params (Action<Session> Write, Action<Exception> Failed)[] writes) => File.Write(_ =>
    {
        foreach (var (write, failed) in writes) File.Post(write, failed);
        return true;
    });

    [Fact]
    public void Group_OneFails_TheOthersAreKept()
    {
        Exception? failure = null;
        Together(
            (session => session.Execute(Insert, "first"), Unexpected),
            (session =>
            {
                session.Execute(Insert, "second");
                session.Execute(Insert, "first");
            }, cause => failure = cause),
            (session => session.Execute(Insert, "third"), Unexpected));
        Assert.Equal(["first", "third"], Keys());
        Assert.Equal(19, Assert.IsType<SqliteException>(Assert.IsType<SqliteStorageException>(failure).InnerException).SqliteErrorCode);      // A constraint.
    }

    [Fact]
    public void Group_TransactionIsLost_AllFail()
    {
        var failures = 0;
        Together(
            (session => session.Execute(Insert, "first"), _ => failures++),
            (session =>
            {
                session.Execute("ROLLBACK");    // As SQLite does by itself when the disk is full.
                throw new InvalidOperationException("lost");
            }, _ => failures++),
            (session => session.Execute(Insert, "third"), _ => failures++));
        Assert.Equal(3, failures);
        Assert.Empty(Keys());
        File.Write(session => session.Execute(Insert, "later"));
        Assert.Equal(["later"], Keys());
    }

    [Fact]
    public void Group_IsOneTransaction()
    {
        var before = new List<long>();
        Together(Enumerable.Range(0, 5).Select<int, (Action<Session>, Action<Exception>)>(number => (session =>
        {
            session.Execute(Insert, $"key {number}");
            before.Add(File.Read(reading => reading.Scalar<long>("SELECT count(*) FROM Counter")));
        }, Unexpected)).ToArray());
        Assert.Equal([0L, 0, 0, 0, 0], before);
        Assert.Equal(5, Keys().Count);
    }

    [Fact]
    public void Write_ManyThreads_EachGetsItsOwnResult()
    {
        var results = new int[400];
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, thread =>
        {
            for (var i = thread; i < results.Length; i += 8)
            {
                try
                {
                    results[i] = File.Write(session => i % 10 == 3 ? throw new InvalidOperationException($"{i}") : session.Execute(Insert, $"{i}") * i);
                }
                catch (InvalidOperationException cause)
                {
                    results[i] = -int.Parse(cause.Message, System.Globalization.CultureInfo.InvariantCulture);
                }
            }
        });
        Assert.Equal(Enumerable.Range(0, 400).Select(i => i % 10 == 3 ? -i : i), results);
        Assert.Equal(360, Keys().Count);
    }

    private static void Unexpected(Exception cause) => throw cause;
}
