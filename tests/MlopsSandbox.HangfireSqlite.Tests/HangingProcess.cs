namespace MlopsSandbox.HangfireSqlite.Tests;

/// <summary>A process with one worker whose jobs last until it is told: it prints each one's number when it begins and when it ends.</summary>
internal sealed class HangingProcess : IDisposable
{
    /// <summary>First argument of the test assembly when it is to be this process.</summary>
    public const string Word = "hang";

    private const string WithoutLockFiles = "without-lock-files";

    private readonly ChildProcess _process;

    public HangingProcess(string databaseFile, bool useLockFiles = true) =>
        _process = new ChildProcess(1, useLockFiles ? [Word, databaseFile] : [Word, databaseFile, WithoutLockFiles]);

    /// <summary>Waits until it has begun a job.</summary>
    public void AwaitBegin(int number) => Assert.Equal($"begun {number}", _process.ReadLine());

    /// <summary>Lets the job go to its end, and waits for that.</summary>
    public void EndJob(int number)
    {
        _process.WriteLine("end");
        Assert.Equal($"ended {number}", _process.ReadLine());
    }

    /// <summary><c>kill -9</c>.</summary>
    public void Kill() => _process.Kill();

    /// <summary>As the operating system does to a process that is stopped from the keyboard or by a debugger.</summary>
    public void Stop() => _process.Signal("STOP");

    public void GoOn() => _process.Signal("CONT");

    public void Dispose() => _process.Dispose();

    /// <summary>What the child process does.</summary>
    internal static int Run(string[] arguments)
    {
        using var storage = new SqliteStorage(arguments[0], new SqliteStorageOptions { UseProcessLockFiles = !arguments.Contains(WithoutLockFiles) });
        using var server = new Hanging().Serve(storage, workers: 1);
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    private sealed class Hanging : Work
    {
        public override void Do(int number)
        {
            Console.WriteLine($"begun {number}");
            if (Console.ReadLine() is null) return;
            Console.WriteLine($"ended {number}");
        }
    }
}
