using Hangfire.Storage;
using Hangfire.Storage.Monitoring;

namespace MlopsSandbox.HangfireSqlite.Tests.Conformance.Faults;

internal sealed class FaultyMonitor(JobStorageMonitor sound, Fault fault) : JobStorageMonitor
{
    public override IList<QueueWithTopEnqueuedJobsDto> Queues() => sound.Queues();
    public override IList<ServerDto> Servers() => sound.Servers();
    public override JobList<EnqueuedJobDto> EnqueuedJobs(string queue, int from, int perPage) => sound.EnqueuedJobs(queue, from, perPage);
    public override JobList<FetchedJobDto> FetchedJobs(string queue, int from, int perPage) => sound.FetchedJobs(queue, from, perPage);
    public override JobList<ProcessingJobDto> ProcessingJobs(int from, int count) => sound.ProcessingJobs(from, count);
    public override JobList<ScheduledJobDto> ScheduledJobs(int from, int count) => sound.ScheduledJobs(from, count);
    public override JobList<FailedJobDto> FailedJobs(int from, int count) => sound.FailedJobs(from, count);
    public override JobList<DeletedJobDto> DeletedJobs(int from, int count) => sound.DeletedJobs(from, count);
    public override JobList<AwaitingJobDto> AwaitingJobs(int from, int count) => sound.AwaitingJobs(from, count);
    public override long ScheduledCount() => sound.ScheduledCount();
    public override long FetchedCount(string queue) => sound.FetchedCount(queue);
    public override long FailedCount() => sound.FailedCount();
    public override long ProcessingCount() => sound.ProcessingCount();
    public override long SucceededListCount() => sound.SucceededListCount();
    public override long AwaitingCount() => sound.AwaitingCount();
    public override IDictionary<DateTime, long> FailedByDatesCount() => sound.FailedByDatesCount();
    public override IDictionary<DateTime, long> DeletedByDatesCount() => sound.DeletedByDatesCount();
    public override IDictionary<DateTime, long> HourlySucceededJobs() => sound.HourlySucceededJobs();
    public override IDictionary<DateTime, long> HourlyFailedJobs() => sound.HourlyFailedJobs();
    public override IDictionary<DateTime, long> HourlyDeletedJobs() => sound.HourlyDeletedJobs();

    public override JobList<SucceededJobDto> SucceededJobs(int from, int count) =>
        sound.SucceededJobs(fault == Fault.PageStartsOneLate && from > 0 ? from + 1 : from, count);

    public override long DeletedListCount() => fault == Fault.CountWithoutTheLast ? Math.Max(0, sound.DeletedListCount() - 1) : sound.DeletedListCount();

    public override long EnqueuedCount(string queue) =>
        fault == Fault.FetchedShownAsEnqueued ? sound.EnqueuedCount(queue) + sound.FetchedCount(queue) : sound.EnqueuedCount(queue);

    public override JobDetailsDto JobDetails(string jobId)
    {
        var details = sound.JobDetails(jobId);
        if (fault == Fault.HistoryOldestFirst && details is not null) details.History = [.. details.History.Reverse()];
        return details!;
    }

    public override StatisticsDto GetStatistics()
    {
        var statistics = sound.GetStatistics();
        if (fault == Fault.StatisticsCountFailedTwice) statistics.Failed *= 2;
        return statistics;
    }

    public override IDictionary<DateTime, long> SucceededByDatesCount()
    {
        var days = sound.SucceededByDatesCount();
        if (fault == Fault.TimelineOfSixDays) days.Remove(days.Keys.Min());
        return days;
    }
}
