namespace MlopsSandbox.HangfireSqlite.Tests;

/// <summary>A process that acquires a distributed lock, says so, and keeps it until it is told to let go or is killed.</summary>
internal sealed class LockingProcess : IDisposable
{
    /// <summary>First argument of the test assembly when it is to be this process.</summary>
    public const string Word = "lock";

    private readonly ChildProcess _process;

    /// <summary>Starts it, and waits until it has the lock.</summary>
    public LockingProcess(string databaseFile, string resource)
    {
        _process = new ChildProcess(1, [Word, databaseFile, resource]);
        Assert.Equal("held", _process.ReadLine());
    }

    /// <summary>Lets it give the lock back, and waits for that.</summary>
    public void Release()
    {
        _process.WriteLine("release");
        Assert.Equal("released", _process.ReadLine());
    }

    /// <summary><c>kill -9</c>.</summary>
    public void Kill() => _process.Kill();

    public void Dispose() => _process.Dispose();

    /// <summary>What the child process does.</summary>
    internal static int Run(string[] arguments)
    {
        using var storage = new SqliteStorage(arguments[0]);
        using var connection = storage.GetConnection();
        using (connection.AcquireDistributedLock(arguments[1], TimeSpan.Zero))
        {
            Console.WriteLine("held");
            Console.ReadLine();
        }
        Console.WriteLine("released");
        Console.ReadLine();
        return 0;
    }
}
