using System.Diagnostics;

namespace MlopsSandbox.HangfireSqlite.Tests;

/// <summary>A process that takes one job of a database and never ends it, until it is killed.</summary>
internal sealed class KilledProcess : IDisposable
{
    private const string Fetched = "fetched";
    private readonly Process _process;

    public KilledProcess(string databaseFile)
    {
        _process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { typeof(KilledProcess).Assembly.Location, databaseFile },
            RedirectStandardOutput = true,
        })!;
        Assert.Equal(Fetched, _process.StandardOutput.ReadLine());
    }

    /// <summary><c>kill -9</c>.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    /// <summary>What the child process does.</summary>
    public static int Main(string[] arguments)
    {
        using var storage = new SqliteStorage(arguments[0]);
        using var server = new Hanging().Serve(storage, workers: 1);
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    private sealed class Hanging : Work
    {
        public override void Do(int number)
        {
            Console.WriteLine(Fetched);
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
