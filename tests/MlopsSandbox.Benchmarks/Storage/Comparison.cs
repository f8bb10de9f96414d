using System.Diagnostics;

namespace MlopsSandbox.Benchmarks.Storage;

/// <summary>This project's storage beside Hangfire.InMemory and plain SQLite, in turns in one run, medians of the rounds.</summary>
internal static class Comparison
{
    private const int LatencyJobs = 400, LatencyJobsAcross = 60;

    private sealed record Round(Speed Enqueue, Speed EnqueueByFour, Speed Process, Delays Start);

    public static void Run(int jobs, int rounds)
    {
        Machine.UseTwoCores();
        Warm();
        List<Round> memory = [], sqlite = [];
        List<Speed> rawInserts = [], rawDequeues = [];
        for (var round = 0; round < rounds; round++)
        {
            using (var raw = new RawSqlite())
            {
                rawInserts.Add(Speed.Of(jobs, () => raw.Insert(jobs)));
                rawDequeues.Add(Speed.Of(jobs, () => raw.Dequeue(jobs)));
            }
            memory.Add(Measure(StorageUnderTest.InMemory, jobs));
            sqlite.Add(Measure(StorageUnderTest.Sqlite, jobs));
        }
        var across = AcrossProcesses();
        var byTwo = Enumerable.Range(0, rounds).Select(_ => ProcessByTwo(jobs)).ToList();

        Console.WriteLine($"{Machine.Name}; {jobs} no-op jobs, 4 workers, median of {rounds} rounds");
        Console.WriteLine();
        Table.Header("", "SQLite storage", "Hangfire.InMemory", "ratio", "processor time");
        Compare("enqueues/s, one thread", sqlite, memory, round => round.Enqueue);
        Compare("enqueues/s, four threads", sqlite, memory, round => round.EnqueueByFour);
        Compare("jobs/s", sqlite, memory, round => round.Process);
        Table.Row("… by two processes on one file", Table.Count(Speed.Median(byTwo).PerSecond), "", "", "");
        CompareDelays("enqueue to start, p50 / p99", sqlite, memory);
        Table.Row("… from another process", Table.Milliseconds(across), "", "", "");
        Table.Row("plain SQLite: inserts/s", Table.Count(Speed.Median(rawInserts).PerSecond), "", "", Table.Processor(Speed.Median(rawInserts)));
        Table.Row("plain SQLite: dequeues/s", Table.Count(Speed.Median(rawDequeues).PerSecond), "", "", Table.Processor(Speed.Median(rawDequeues)));
    }

    /// <summary>Lets the compiler do its work before anything is timed.</summary>
    private static void Warm()
    {
        Measure(StorageUnderTest.InMemory, jobs: 3_000);
        Measure(StorageUnderTest.Sqlite, jobs: 3_000);
    }

    private static Round Measure(Func<StorageUnderTest> create, int jobs)
    {
        Speed enqueueByFour;
        using (var storage = create())
        {
            var client = storage.Client;
            enqueueByFour = Speed.Of(jobs, () => Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
            {
                for (var job = 0; job < jobs / 4; job++) client.Enqueue();
            }));
        }
        using (var storage = create())
        {
            var client = storage.Client;
            var enqueue = Speed.Of(jobs, () =>
            {
                for (var job = 0; job < jobs; job++) client.Enqueue();
            });
            return new Round(enqueue, enqueueByFour, ProcessWaiting(storage, jobs), StartDelays(create));
        }
    }

    /// <summary>Enqueues jobs and runs them.</summary>
    public static void Process(StorageUnderTest storage, int jobs)
    {
        for (var job = 0; job < jobs; job++) storage.Client.Enqueue();
        ProcessWaiting(storage, jobs);
    }

    /// <summary>Runs the jobs that wait in the storage.</summary>
    private static Speed ProcessWaiting(StorageUnderTest storage, int jobs)
    {
        NoOp.Expect(jobs);
        return Speed.Of(jobs, () =>
        {
            using var server = storage.Serve();
            return NoOp.WaitForAll();
        });
    }

    private static Delays StartDelays(Func<StorageUnderTest> create)
    {
        using var storage = create();
        using var server = storage.Serve();
        var client = storage.Client;
        NoOp.Expect(LatencyJobs);
        client.Enqueue(Stopwatch.GetTimestamp());
        NoOp.NextLatency();     // The server has started.
        var pauses = new Random(1);
        return Delays.Of(Enumerable.Range(0, LatencyJobs - 1).Select(_ =>
        {
            Thread.Sleep(pauses.Next(1, 8));    // Workers go back to sleep.
            client.Enqueue(Stopwatch.GetTimestamp());
            return NoOp.NextLatency();
        }).ToList());
    }

    /// <summary>Two processes with four workers each, from the start of both to the last job's success.</summary>
    private static Speed ProcessByTwo(int jobs)
    {
        using var storage = StorageUnderTest.Sqlite();
        for (var job = 0; job < jobs; job++) storage.Client.Enqueue();
        NoOp.Expect(jobs);
        using var other = OtherProcess.PrepareServer(storage.File);
        var monitor = storage.Storage.GetMonitoringApi();
        var speed = Speed.Of(jobs, () =>
        {
            other.StandardInput.WriteLine();
            using var mine = storage.Serve();
            while (monitor.GetStatistics().Succeeded < jobs) Thread.Sleep(5);
        });
        other.StandardInput.Close();
        other.WaitForExit();
        return speed;
    }

    private static Delays AcrossProcesses()
    {
        using var storage = StorageUnderTest.Sqlite();
        using var server = storage.Serve();
        NoOp.Expect(LatencyJobsAcross);
        using var client = OtherProcess.StartEnqueue(storage.File, LatencyJobsAcross);
        var delays = Delays.Of(Enumerable.Range(0, LatencyJobsAcross).Select(_ => NoOp.NextLatency()).Skip(5).ToList());     // The first ones find cold code.
        client.WaitForExit();
        return delays;
    }

    private static void Compare(string what, List<Round> sqlite, List<Round> memory, Func<Round, Speed> speed)
    {
        var (ours, theirs) = (Speed.Median(sqlite.Select(speed)), Speed.Median(memory.Select(speed)));
        Table.Row(what, Table.Count(ours.PerSecond), Table.Count(theirs.PerSecond), Table.Ratio(ours.PerSecond / theirs.PerSecond),
            $"{Table.Processor(ours)} : {Table.Processor(theirs)}");
    }

    private static void CompareDelays(string what, List<Round> sqlite, List<Round> memory)
    {
        var (ours, theirs) = (Median(sqlite), Median(memory));
        Table.Row(what, Table.Milliseconds(ours), Table.Milliseconds(theirs), Table.Ratio(ours.P50 / theirs.P50), "");
    }

    private static Delays Median(List<Round> rounds) => rounds.Select(round => round.Start).OrderBy(delays => delays.P50).ElementAt(rounds.Count / 2);
}
