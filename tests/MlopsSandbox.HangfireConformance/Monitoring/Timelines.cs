using System.Globalization;

namespace MlopsSandbox.HangfireConformance.Monitoring;

/// <summary>The dashboard's graphs: a week of days, a day of hours, each with its own count.</summary>
public static class Timelines
{
    private const string Day = "yyyy-MM-dd", Hour = "yyyy-MM-dd-HH";

    public static void Timelines_NothingCounted_AreWholeAndZero(StorageUnderTest storage)
    {
        AssertWhole(storage.Monitor.SucceededByDatesCount(), 7, TimeSpan.FromDays(1));
        AssertWhole(storage.Monitor.FailedByDatesCount(), 7, TimeSpan.FromDays(1));
        AssertWhole(storage.Monitor.HourlySucceededJobs(), 24, TimeSpan.FromHours(1));
        AssertWhole(storage.Monitor.HourlyFailedJobs(), 24, TimeSpan.FromHours(1));
    }

    public static void DeletedTimelines_NothingCounted_AreWholeAndZero(StorageUnderTest storage)
    {
        AssertWhole(storage.ExtendedMonitor.DeletedByDatesCount(), 7, TimeSpan.FromDays(1));
        AssertWhole(storage.ExtendedMonitor.HourlyDeletedJobs(), 24, TimeSpan.FromHours(1));
    }

    public static void SucceededByDatesCount_EachDay_HasItsCount(StorageUnderTest storage) =>
        AssertCounted(storage, "succeeded", Day, TimeSpan.FromDays(1), 7, () => storage.Monitor.SucceededByDatesCount());

    public static void FailedByDatesCount_EachDay_HasItsCount(StorageUnderTest storage) =>
        AssertCounted(storage, "failed", Day, TimeSpan.FromDays(1), 7, () => storage.Monitor.FailedByDatesCount());

    public static void DeletedByDatesCount_EachDay_HasItsCount(StorageUnderTest storage) =>
        AssertCounted(storage, "deleted", Day, TimeSpan.FromDays(1), 7, () => storage.ExtendedMonitor.DeletedByDatesCount());

    public static void HourlySucceededJobs_EachHour_HasItsCount(StorageUnderTest storage) =>
        AssertCounted(storage, "succeeded", Hour, TimeSpan.FromHours(1), 24, () => storage.Monitor.HourlySucceededJobs());

    public static void HourlyFailedJobs_EachHour_HasItsCount(StorageUnderTest storage) =>
        AssertCounted(storage, "failed", Hour, TimeSpan.FromHours(1), 24, () => storage.Monitor.HourlyFailedJobs());

    public static void HourlyDeletedJobs_EachHour_HasItsCount(StorageUnderTest storage) =>
        AssertCounted(storage, "deleted", Hour, TimeSpan.FromHours(1), 24, () => storage.ExtendedMonitor.HourlyDeletedJobs());

    private static void AssertWhole(IDictionary<DateTime, long> timeline, int length, TimeSpan step)
    {
        Assert.Equal(length, timeline.Count);
        Assert.All(timeline.Values, count => Assert.Equal(0, count));
        var times = timeline.Keys.Order().ToArray();
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.Equal(step, pair.Second - pair.First));
        Assert.Equal(DateTime.UtcNow, times[^1], step + TimeSpan.FromMinutes(1));
    }

    /// <summary>Counts 1 + n % 5 in the n-th step before now (and one step ahead, as midnight may pass), and reads each back by its key.</summary>
    private static void AssertCounted(StorageUnderTest storage, string what,
        string format, TimeSpan step, int length, Func<IDictionary<DateTime, long>> timeline)
    {
        var now = DateTime.UtcNow;
        var counts = Enumerable.Range(-1, length + 2).ToDictionary(ago => Key(now - (ago * step), format), ago => 1L + ((ago + 5) % 5), StringComparer.Ordinal);
        storage.Write(transaction =>
        {
            foreach (var (key, count) in counts)
            {
                for (var i = 0; i < count; i++) transaction.IncrementCounter($"stats:{what}:{key}", TimeSpan.FromDays(30));
            }
        });
        storage.WaitUntil(() => timeline().All(entry => entry.Value == counts[Key(entry.Key, format)]), "each step of the timeline has its own count");
        Assert.Equal(length, timeline().Count);
    }

    private static string Key(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
