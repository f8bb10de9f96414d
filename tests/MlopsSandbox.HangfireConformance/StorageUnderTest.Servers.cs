using Hangfire;

namespace MlopsSandbox.HangfireConformance;

public abstract partial class StorageUnderTest
{
    /// <summary>Enqueues and changes jobs as a program does.</summary>
    public BackgroundJobClient Client => new(Storage);

    /// <summary>A real Hangfire server on the storage, whose jobs run on the given object.</summary>
    public BackgroundJobServer Serve(Work work, int workers, params string[] queues) => Serve(Storage, work, workers, queues);

    /// <summary>A real Hangfire server on the storage as a second process has it open.</summary>
    public BackgroundJobServer ServeNextDoor(Work work, int workers, params string[] queues) => Serve(Neighbour, work, workers, queues);

    /// <summary>Waits until a job has come to a state.</summary>
    public void WaitForState(string id, string state) =>
        WaitForServer(() => Read(connection => connection.GetJobData(id)).State == state, $"job {id} is {state}");

    /// <summary>
    /// Waits until a running server has made something hold. It runs the storage's background processes itself: a second set of them beside it
    /// would try something else, and Hangfire.PostgreSql counts twice when two of its aggregations meet.
    /// </summary>
    public void WaitForServer(Func<bool> holds, string what) => Wait(holds, what);

    private static BackgroundJobServer Serve(JobStorage storage, Work work, int workers, string[] queues) => new(new BackgroundJobServerOptions
    {
        WorkerCount = workers,
        Queues = queues.Length == 0 ? Work.DefaultQueue : queues,
        Activator = new Always(work),
        SchedulePollingInterval = TimeSpan.FromMilliseconds(50),
        StopTimeout = TimeSpan.FromSeconds(5),
        ShutdownTimeout = TimeSpan.FromSeconds(10),
    }, storage);

    private sealed class Always(Work work) : JobActivator
    {
        public override object ActivateJob(Type jobType) => work;
    }
}
