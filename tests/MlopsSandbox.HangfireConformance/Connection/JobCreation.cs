using System.Globalization;
using Hangfire.Common;

namespace MlopsSandbox.HangfireConformance.Connection;

/// <summary>Jobs come back as they were created.</summary>
public static class JobCreation
{
    private static readonly DateTime Created = new(2024, 2, 29, 23, 59, 58, DateTimeKind.Utc);

    public static void CreateExpiredJob_Twice_GivesTwoIds(StorageUnderTest storage)
    {
        var (first, second) = (storage.NewJob(), storage.NewJob());
        Assert.False(string.IsNullOrEmpty(first));
        Assert.NotEqual(first, second);
    }

    public static void CreateExpiredJob_Fresh_HasNoState(StorageUnderTest storage)
    {
        var id = storage.NewJob(7);
        var data = storage.Read(connection => connection.GetJobData(id));
        Assert.Null(data.State);
        Assert.Null(data.LoadException);
        Assert.Equal((typeof(Work), nameof(Work.Do), 7), (data.Job.Type, data.Job.Method.Name, (int)data.Job.Args[0]));
        Assert.Null(storage.Read(connection => connection.GetStateData(id)));
    }

    public static void CreateExpiredJob_OfThePast_KeepsItsTime(StorageUnderTest storage)
    {
        var id = Create(storage, Work.Numbered(1), new(), TimeSpan.FromDays(40_000));
        Assert.Equal(Created, storage.Read(connection => connection.GetJobData(id)).CreatedAt);
        Assert.Equal(Created, storage.Monitor.JobDetails(id).CreatedAt);
    }

    public static void CreateExpiredJob_OfThePast_ExpiresThatLongAfterItsCreation(StorageUnderTest storage)
    {
        var id = Create(storage, Work.Numbered(1), new(), TimeSpan.FromDays(40_000));
        Assert.Equal(Created.AddDays(40_000), storage.Monitor.JobDetails(id).ExpireAt);
    }

    public static void CreateExpiredJob_Now_KeepsItsTime(StorageUnderTest storage)
    {
        var id = storage.NewJob();
        var created = storage.Read(connection => connection.GetJobData(id)).CreatedAt;
        Assert.Equal(DateTimeKind.Utc, created.Kind);
        Assert.Equal(DateTime.UtcNow, created, TimeSpan.FromMinutes(1));
        Assert.Equal(DateTime.UtcNow.AddHours(2), storage.Monitor.JobDetails(id).ExpireAt!.Value, TimeSpan.FromMinutes(1));
    }

    public static void CreateExpiredJob_ParametersOfAnyNumber_AreKept(StorageUnderTest storage)
    {
        foreach (var count in new[] { 0, 1, 2, 3, 4, 5, 40 })
        {
            var parameters = Enumerable.Range(1, count).ToDictionary(number => $"name-{number}", number => $"value {number}", StringComparer.Ordinal);
            AssertParameters(storage, parameters);
        }
    }

    public static void CreateExpiredJob_ParametersWithoutValue_AreKept(StorageUnderTest storage)
    {
        foreach (var count in new[] { 1, 2, 3, 4, 5, 40 })
        {
            var parameters = Enumerable.Range(1, count).ToDictionary(number => $"name-{number}", _ => (string)null!, StringComparer.Ordinal);
            AssertParameters(storage, parameters);
        }
    }

    public static void CreateExpiredJob_ArgumentsOfManyKinds_AreKept(StorageUnderTest storage)
    {
        var at = new DateTime(2026, 3, 1, 12, 30, 15, 123, DateTimeKind.Utc);
        var id = storage.NewJob(Job.FromExpression(() => Work.Take("ünïcode ✓ '\";--\n\u0001", new[] { 1, -2, int.MaxValue }, at, DayOfWeek.Friday, 0.1)));
        var arguments = storage.Read(connection => connection.GetJobData(id)).Job.Args;
        Assert.Equal(["ünïcode ✓ '\";--\n\u0001", new[] { 1, -2, int.MaxValue }, at, DayOfWeek.Friday, 0.1], arguments);
    }

    public static void CreateExpiredJob_ArgumentsThatAreNull_AreKept(StorageUnderTest storage)
    {
        var id = storage.NewJob(Job.FromExpression(() => Work.Take(null, null!, default, null, double.MaxValue)));
        var arguments = storage.Read(connection => connection.GetJobData(id)).Job.Args;
        Assert.Equal([null, null, default(DateTime), null, double.MaxValue], arguments);
    }

    public static void CreateExpiredJob_LargeArgument_IsKept(StorageUnderTest storage)
    {
        var large = new string('x', 1_000_000);
        var id = storage.NewJob(Job.FromExpression(() => Work.Take(large, Array.Empty<int>(), default, null, 0)));
        Assert.Equal(large, storage.Read(connection => connection.GetJobData(id)).Job.Args[0]);
    }

    public static void CreateExpiredJob_QueueOfTheJob_IsKept(StorageUnderTest storage)
    {
        var id = storage.NewJob(Job.FromExpression<Work>(work => work.Do(1), "critical"));
        Assert.Equal("critical", storage.Read(connection => connection.GetJobData(id)).Job.Queue);
        Assert.Equal("critical", storage.Monitor.JobDetails(id).Job.Queue);
    }

    public static void CreateExpiredJob_ThatCanNotBeLoaded_SaysWhy(StorageUnderTest storage)
    {
        var id = storage.NewJob(Work.Unreadable());
        var data = storage.Read(connection => connection.GetJobData(id));
        Assert.Null(data.Job);
        Assert.IsType<JobLoadException>(data.LoadException);
    }

    private static void AssertParameters(StorageUnderTest storage, Dictionary<string, string> parameters)
    {
        var id = Create(storage, Work.Numbered(1), parameters, TimeSpan.FromDays(40_000));
        storage.Use(connection => Assert.All(parameters, parameter => Assert.Equal(parameter.Value, connection.GetJobParameter(id, parameter.Key))));
        Assert.Equal(parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            storage.Monitor.JobDetails(id).Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private static string Create(StorageUnderTest storage, Job job, Dictionary<string, string> parameters, TimeSpan expireIn) =>
        storage.Read(connection => connection.CreateExpiredJob(job, parameters, Created, expireIn)).ToString(CultureInfo.InvariantCulture);
}
