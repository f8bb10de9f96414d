using System.Diagnostics;
using System.Globalization;
using Hangfire;
using MlopsSandbox.HangfireSqlite;

namespace MlopsSandbox.Benchmarks.Storage;

/// <summary>This program once more, on the same database file.</summary>
internal static class OtherProcess
{
    public const string EnqueueVerb = "enqueue-into";

    public const string ServeVerb = "serve-from";

    /// <summary>Makes a process ready to serve with four workers: it begins when it is told a line, and ends when its input does.</summary>
    public static Process PrepareServer(string file)
    {
        var process = SameProgram.Start(ServeVerb, file);
        process.StandardOutput.ReadLine();
        return process;
    }

    /// <summary>Runs some jobs of its own, which compiles, says that it is ready, waits for a line, and serves until the input ends.</summary>
    public static void Serve(string file)
    {
        using (var own = StorageUnderTest.Sqlite()) Comparison.Process(own, jobs: 2_000);
        Console.WriteLine("ready");
        Console.ReadLine();
        using var storage = new SqliteStorage(file);
        using (StorageUnderTest.Serve(storage)) Console.In.ReadToEnd();
    }

    public static Process StartEnqueue(string file, int jobs) => SameProgram.Start(EnqueueVerb, file, jobs.ToString(CultureInfo.InvariantCulture));

    /// <summary>Enqueues one job at a time, at moments that have nothing to do with the server's polls.</summary>
    public static void Enqueue(string file, int jobs)
    {
        using var storage = new SqliteStorage(file);
        var client = new BackgroundJobClient(storage);
        var pauses = new Random(1);
        for (var job = 0; job < jobs; job++)
        {
            client.Enqueue(Stopwatch.GetTimestamp());
            Thread.Sleep(pauses.Next(20, 120));
        }
    }
}
