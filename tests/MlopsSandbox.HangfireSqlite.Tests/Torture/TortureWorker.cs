using System.Globalization;
using Hangfire;
using Hangfire.Server;

namespace MlopsSandbox.HangfireSqlite.Tests.Torture;

/// <summary>The process that is tortured: a Hangfire server that writes down what it runs, until it is killed or its standard input ends.</summary>
public sealed class TortureWorker
{
    /// <summary>First argument of the test assembly when it is to be this process.</summary>
    internal const string Word = "torture-worker";

    private readonly ExecutionLog _log;

    private TortureWorker(ExecutionLog log) => _log = log;

    /// <summary>The job.</summary>
    public void Do(int milliseconds, PerformContext context)
    {
        _log.Begin(context.BackgroundJob.Id);
        if (milliseconds > 0) Thread.Sleep(milliseconds);
        _log.End(context.BackgroundJob.Id);
    }

    /// <summary>Arguments: database, folder of the executions, number of the process, workers.</summary>
    internal static int Run(string[] arguments)
    {
        using var log = new ExecutionLog(arguments[1], int.Parse(arguments[2], CultureInfo.InvariantCulture));
        using var storage = new SqliteStorage(arguments[0]);
        using var server = new BackgroundJobServer(new BackgroundJobServerOptions
        {
            WorkerCount = int.Parse(arguments[3], CultureInfo.InvariantCulture),
            Activator = new Always(new TortureWorker(log)),
            SchedulePollingInterval = TimeSpan.FromMilliseconds(100),
            StopTimeout = TimeSpan.FromSeconds(30),
        }, storage);
        Console.In.ReadToEnd();
        return 0;
    }

    private sealed class Always(TortureWorker worker) : JobActivator
    {
        public override object ActivateJob(Type jobType) => worker;
    }
}
