using System.Diagnostics;
using System.Globalization;
using Hangfire;
using MlopsSandbox.HangfireSqlite;

namespace MlopsSandbox.Benchmarks.Storage;

/// <summary>This program once more, on the same database file.</summary>
internal static class OtherProcess
{
    public const string EnqueueVerb = "enqueue-into";

    public static Process StartEnqueue(string file, int jobs) => Start(EnqueueVerb, file, jobs.ToString(CultureInfo.InvariantCulture));

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

    private static Process Start(params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(program, isHost ? [typeof(OtherProcess).Assembly.Location, .. arguments] : arguments);
        return Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
    }
}
