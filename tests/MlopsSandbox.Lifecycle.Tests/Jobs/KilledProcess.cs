using System.Diagnostics;
using System.Globalization;
using MlopsSandbox.HangfireSqlite;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>A real process that starts a run on a home and works on it with Hangfire, and is killed in the midst of it.</summary>
internal static class KilledProcess
{
    /// <summary>First argument of the test assembly when it is to be this process.</summary>
    public const string Word = "killed";

    private const string Reached = "reached";

    public static Flow Workflow { get; } = new Flow("killed")
        .Work("a", "b", "c", "d").Tune("tune").JoinAll("join")
        .Arrows("a>b", "a>c", "b>join", "c>join", "join>tune", "tune>d");

    /// <summary>Lets a process work until it tells its n-th event, and kills it there as <c>kill -9</c> does.</summary>
    public static void WorkAndDieAt(string home, int nthEvent)
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { typeof(KilledProcess).Assembly.Location, Word, home, nthEvent.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
        })!;
        try
        {
            Assert.Equal(Reached, process.StandardOutput.ReadLine());
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    public static SqliteStorage JobsOf(string home) => new(Path.Combine(home, "hangfire.db"));

    /// <summary>What the process does: it stands still in the n-th event until it is killed.</summary>
    public static async Task<int> Run(string[] arguments)
    {
        int left = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        using TestProcess process = new(arguments[0], new FakeStages().Types, new RecordedJobs());
        process.Told = _ =>
        {
            if (Interlocked.Decrement(ref left) != 0) return;
            Console.WriteLine(Reached);
            Thread.Sleep(Timeout.Infinite);
        };
        string run = process.StartRun(Workflow);
        using SqliteStorage storage = JobsOf(arguments[0]);
        await HangfireServing.UntilEnded(process, storage, run);
        return 0;
    }
}
