using Hangfire.Common;
using Hangfire.States;

namespace MlopsSandbox.HangfireConformance.Monitoring;

/// <summary>Jobs by state, as the dashboard lists them.</summary>
public static class StateLists
{
    public static void Lists_NoJobs_AreEmpty(StorageUnderTest storage)
    {
        var monitor = storage.Monitor;
        Assert.Empty(monitor.ProcessingJobs(0, 10));
        Assert.Empty(monitor.ScheduledJobs(0, 10));
        Assert.Empty(monitor.SucceededJobs(0, 10));
        Assert.Empty(monitor.FailedJobs(0, 10));
        Assert.Empty(monitor.DeletedJobs(0, 10));
        Assert.Equal((0, 0, 0, 0, 0),
            (monitor.ProcessingCount(), monitor.ScheduledCount(), monitor.SucceededListCount(), monitor.FailedCount(), monitor.DeletedListCount()));
    }

    public static void AwaitingJobs_NoJobs_IsEmpty(StorageUnderTest storage)
    {
        Assert.Empty(storage.ExtendedMonitor.AwaitingJobs(0, 10));
        Assert.Equal(0, storage.ExtendedMonitor.AwaitingCount());
    }

    public static void ProcessingJobs_TellServerAndStart(StorageUnderTest storage)
    {
        var id = storage.NewJob(Processing());
        var shown = Assert.Single(storage.Monitor.ProcessingJobs(0, 10));
        Assert.Equal((id, "server:1", true, 1), (shown.Key, shown.Value.ServerId, shown.Value.InProcessingState, (int)shown.Value.Job.Args[0]));
        Assert.Equal(DateTime.UtcNow, shown.Value.StartedAt!.Value, TimeSpan.FromMinutes(1));
    }

    public static void Lists_TellTheDataOfTheState(StorageUnderTest storage)
    {
        storage.NewJob(Processing());
        storage.NewJob(new SucceededState(7, latency: 30, performanceDuration: 12));
        Assert.Equal("server:1", storage.Monitor.ProcessingJobs(0, 10)[0].Value.StateData["ServerId"]);
        Assert.Equal("7", storage.Monitor.SucceededJobs(0, 10)[0].Value.StateData["Result"]);
    }

    public static void ScheduledJobs_TellWhenTheyAreDue(StorageUnderTest storage)
    {
        var due = new DateTime(2031, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        var id = storage.NewJob(new ScheduledState(due));
        var shown = Assert.Single(storage.Monitor.ScheduledJobs(0, 10));
        Assert.Equal((id, due, true, 1), (shown.Key, shown.Value.EnqueueAt, shown.Value.InScheduledState, (int)shown.Value.Job.Args[0]));
        Assert.Equal(DateTime.UtcNow, shown.Value.ScheduledAt!.Value, TimeSpan.FromMinutes(1));
    }

    public static void SucceededJobs_TellResultAndDuration(StorageUnderTest storage)
    {
        var id = storage.NewJob(new SucceededState("Done", latency: 30, performanceDuration: 12));
        var shown = Assert.Single(storage.Monitor.SucceededJobs(0, 10));
        Assert.Equal((id, "\"Done\"", 42L, true), (shown.Key, (string)shown.Value.Result, shown.Value.TotalDuration!.Value, shown.Value.InSucceededState));
        Assert.Equal(DateTime.UtcNow, shown.Value.SucceededAt!.Value, TimeSpan.FromMinutes(1));
        Assert.Equal(1, (int)shown.Value.Job.Args[0]);
    }

    public static void FailedJobs_TellWhatWentWrong(StorageUnderTest storage)
    {
        var id = storage.NewJob(new FailedState(new InvalidOperationException("no data")) { Reason = "third try" });
        var shown = Assert.Single(storage.Monitor.FailedJobs(0, 10));
        Assert.Equal((id, "third try", "System.InvalidOperationException", "no data", true),
            (shown.Key, shown.Value.Reason, shown.Value.ExceptionType, shown.Value.ExceptionMessage, shown.Value.InFailedState));
        Assert.Contains("no data", shown.Value.ExceptionDetails, StringComparison.Ordinal);
        Assert.Equal(DateTime.UtcNow, shown.Value.FailedAt!.Value, TimeSpan.FromMinutes(1));
    }

    public static void DeletedJobs_TellWhen(StorageUnderTest storage)
    {
        var id = storage.NewJob(new DeletedState());
        var shown = Assert.Single(storage.Monitor.DeletedJobs(0, 10));
        Assert.Equal((id, true, 1), (shown.Key, shown.Value.InDeletedState, (int)shown.Value.Job.Args[0]));
        Assert.Equal(DateTime.UtcNow, shown.Value.DeletedAt!.Value, TimeSpan.FromMinutes(1));
    }

    public static void AwaitingJobs_TellTheStateOfTheirParent(StorageUnderTest storage)
    {
        var parent = storage.NewJob(new SucceededState(null, 1, 1));
        var ids = new[] { storage.NewJob(new AwaitingState(parent)),
            storage.NewJob(new AwaitingState(parent)), storage.NewJob(new AwaitingState(StorageUnderTest.IdOfNoJob)) };
        var shown = storage.ExtendedMonitor.AwaitingJobs(0, 10);
        Assert.Equal(ids, shown.Select(job => job.Key));
        Assert.Equal([SucceededState.StateName, SucceededState.StateName, null], shown.Select(job => job.Value.ParentStateName));
        Assert.All(shown, job => Assert.Equal((true, 1), (job.Value.InAwaitingState, (int)job.Value.Job.Args[0])));
        Assert.Equal(DateTime.UtcNow, shown[0].Value.AwaitingAt!.Value, TimeSpan.FromMinutes(1));
        Assert.Equal(parent, shown[0].Value.StateData["ParentId"]);
    }

    public static void ProcessingJobs_AreCountedAndPagedOldestFirst(StorageUnderTest storage) => AssertPages(storage, Processing,
        (from, count) => Keys(storage.Monitor.ProcessingJobs(from, count)), () => storage.Monitor.ProcessingCount(), newestFirst: false);

    public static void ScheduledJobs_AreCountedAndPagedOldestFirst(StorageUnderTest storage) => AssertPages(storage,
        () => new ScheduledState(TimeSpan.FromHours(1)),
        (from, count) => Keys(storage.Monitor.ScheduledJobs(from, count)), () => storage.Monitor.ScheduledCount(), newestFirst: false);

    public static void SucceededJobs_AreCountedAndPagedNewestFirst(StorageUnderTest storage) => AssertPages(storage, () => new SucceededState(null, 1, 1),
        (from, count) => Keys(storage.Monitor.SucceededJobs(from, count)), () => storage.Monitor.SucceededListCount(), newestFirst: true);

    public static void FailedJobs_AreCountedAndPagedNewestFirst(StorageUnderTest storage) => AssertPages(storage,
        () => new FailedState(new InvalidOperationException()),
        (from, count) => Keys(storage.Monitor.FailedJobs(from, count)), () => storage.Monitor.FailedCount(), newestFirst: true);

    public static void DeletedJobs_AreCountedAndPagedNewestFirst(StorageUnderTest storage) => AssertPages(storage, () => new DeletedState(),
        (from, count) => Keys(storage.Monitor.DeletedJobs(from, count)), () => storage.Monitor.DeletedListCount(), newestFirst: true);

    public static void AwaitingJobs_AreCountedAndPagedOldestFirst(StorageUnderTest storage) => AssertPages(storage,
        () => new AwaitingState(StorageUnderTest.IdOfNoJob),
        (from, count) => Keys(storage.ExtendedMonitor.AwaitingJobs(from, count)), () => storage.ExtendedMonitor.AwaitingCount(), newestFirst: false);

    public static void SucceededJobs_ThatCanNotBeLoaded_SayWhy(StorageUnderTest storage)
    {
        storage.NewJob(Work.Unreadable(), new SucceededState(null, 1, 1));
        var shown = Assert.Single(storage.Monitor.SucceededJobs(0, 10)).Value;
        Assert.Null(shown.Job);
        Assert.NotNull(shown.LoadException);
        Assert.Equal(nameof(Work.TakeUnreadable), shown.InvocationData.Method);
    }

    public static void Lists_DataThatAStateLacks_IsNull(StorageUnderTest storage)
    {
        storage.NewJob(new SomeState(SucceededState.StateName));
        storage.NewJob(new SomeState(FailedState.StateName));
        storage.NewJob(new SomeState(ProcessingState.StateName));
        var (succeeded, failed) = (storage.Monitor.SucceededJobs(0, 10)[0].Value, storage.Monitor.FailedJobs(0, 10)[0].Value);
        Assert.Equal((null, null, null), (succeeded.Result, succeeded.TotalDuration, failed.ExceptionMessage));
        Assert.Null(storage.Monitor.ProcessingJobs(0, 10)[0].Value.ServerId);
    }

    /// <summary>Hangfire keeps the constructor of its own state to itself.</summary>
    private static SomeState Processing() => new(ProcessingState.StateName, data: () => new()
    {
        ["StartedAt"] = JobHelper.SerializeDateTime(DateTime.UtcNow),
        ["ServerId"] = "server:1",
        ["WorkerId"] = "1",
    });

    private static void AssertPages(StorageUnderTest storage, Func<IState> state, Func<int, int, string[]> page, Func<long> count, bool newestFirst)
    {
        var ids = Enumerable.Range(0, 5).Select(_ => storage.NewJob(state())).ToArray();
        storage.NewJob(new SomeState("Elsewhere"));
        storage.NewJob();
        if (newestFirst) Array.Reverse(ids);
        Assert.Equal(5, count());
        Assert.Equal(ids, page(0, 100));
        Assert.Equal(ids[1..3], page(1, 2));
        Assert.Equal(ids[4..], page(4, 10));
        Assert.Empty(page(5, 10));
    }

    private static string[] Keys<T>(Hangfire.Storage.Monitoring.JobList<T> jobs) => [.. jobs.Select(job => job.Key)];
}
