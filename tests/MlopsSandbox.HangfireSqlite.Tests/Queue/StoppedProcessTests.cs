using Microsoft.Extensions.Time.Testing;

namespace MlopsSandbox.HangfireSqlite.Tests.Queue;

/// <summary>Real processes that the operating system stopped (SIGSTOP), as a debugger or a sleeping machine does.</summary>
public sealed class StoppedProcessTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly FakeTimeProvider _later = new(DateTimeOffset.UtcNow + TimeSpan.FromDays(1));

    public void Dispose() => _database.Dispose();

    [UnixFact]
    public void FetchedJob_ProcessStoppedForADay_StaysItsOwnWhereLocksAreVisible()
    {
        var client = _database.Open();
        var id = client.Enqueue(1);
        using var process = new HangingProcess(_database.File);
        process.AwaitBegin(1);
        process.Stop();
        var other = _database.Open(new SqliteStorageOptions { TimeProvider = _later, DeadProcessCheckInterval = TimeSpan.FromMilliseconds(50) });
        Assert.True(other.HasNothingToFetch());

        process.GoOn();
        process.EndJob(1);
        client.Enqueue(2);
        process.AwaitBegin(2);      // Its one worker has acknowledged the first.
        Assert.Equal("Succeeded", client.GetMonitoringApi().JobDetails(id).History[0].StateName);
    }

    [UnixFact]
    public void FetchedJob_ProcessStoppedBeyondTheTimeoutWithoutLocks_TakenAndItsLateAcknowledgementRefused()
    {
        var client = _database.Open();
        var id = client.Enqueue(1);
        using var process = new HangingProcess(_database.File, useLockFiles: false);
        process.AwaitBegin(1);
        process.Stop();
        var other = _database.Open(new SqliteStorageOptions { TimeProvider = _later, UseProcessLockFiles = false });
        using var taken = other.Fetch();
        Assert.Equal(id, taken.JobId);

        process.GoOn();
        process.EndJob(1);
        client.Enqueue(2);
        process.AwaitBegin(2);      // Its one worker is done with the first.
        Assert.Equal(2, client.GetMonitoringApi().FetchedCount("default"));
        taken.Requeue();
        using var again = other.Fetch();
        Assert.Equal(id, again.JobId);
    }
}

/// <summary>Runs where processes can be stopped by a signal.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no SIGSTOP." : null;
}
