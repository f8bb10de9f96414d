namespace MlopsSandbox.HangfireSqlite.Tests.Database;

public sealed class BackupTests : IDisposable
{
    private const int Jobs = 300;

    private readonly TestDatabase _database = new();
    private readonly TestDatabase _restored = new();

    public void Dispose()
    {
        _database.Dispose();
        _restored.Dispose();
    }

    [Fact]
    public void Backup_WhileWorkersRun_SoundCopyOnWhichTheUnfinishedJobsRun()
    {
        var (storage, work, workOnCopy) = (_database.Open(), new Work(), new Work());
        for (var number = 0; number < Jobs; number++) storage.Enqueue(number);
        using (work.Serve(storage, workers: 4))
        {
            work.Runs(Jobs / 10);
            storage.Backup(_restored.File);
            work.Runs(Jobs - Jobs / 10);
        }

        Assert.Equal([_restored.File], Directory.GetFiles(_restored.Folder));
        var copy = _restored.Open();
        Assert.Empty(copy.CheckIntegrity());
        var unfinished = Jobs - (int)copy.GetMonitoringApi().SucceededListCount();
        Assert.InRange(unfinished, 1, Jobs - Jobs / 20);
        using (workOnCopy.Serve(copy, workers: 4)) workOnCopy.Runs(unfinished);
        Assert.Equal(Jobs, copy.GetMonitoringApi().SucceededListCount());
        Assert.Equal(0, workOnCopy.MoreRuns);
    }

    [Fact]
    public void Backup_JobInAWorkersHands_NobodysInTheCopy()
    {
        var storage = _database.Open(new SqliteStorageOptions { UseProcessLockFiles = false });
        var id = storage.Enqueue(1);
        using var fetched = storage.Fetch();
        using var connection = storage.GetConnection();
        using var held = connection.AcquireDistributedLock("champion", TimeSpan.Zero);
        storage.Backup(_restored.File);

        var copy = _restored.Open();
        using var onCopy = copy.GetConnection();
        using var free = onCopy.AcquireDistributedLock("champion", TimeSpan.Zero);
        using var again = copy.Fetch();
        Assert.Equal(id, again.JobId);
        Assert.True(storage.HasNothingToFetch());
    }

    [Fact]
    public void Backup_FileOfThatName_RefusedAndUntouched()
    {
        File.WriteAllText(_restored.File, "precious");
        Assert.Equal(
            $"{_restored.File}: there is a file of this name; expected none, as a backup overwrites nothing. Give another path, or move the file away.",
            StorageOfATest.Refusal(() => _database.Open().Backup(_restored.File)));
        Assert.Equal("precious", File.ReadAllText(_restored.File));
        Assert.Equal([_restored.File], Directory.GetFiles(_restored.Folder));
    }

    [Fact]
    public void Backup_NoSuchFolder_Refused()
    {
        var path = Path.Combine(_restored.Folder, "missing", "copy.db");
        Assert.Equal(
            $"{path}: there is no such folder; expected one that may be written. Make it, or give another path.",
            StorageOfATest.Refusal(() => _database.Open().Backup(path)));
    }

    [SmallDiskFact]
    public void Backup_DiskOfTheCopyFull_RefusedAndNothingLeft()
    {
        using var disk = new SmallDisk();
        disk.Fill();
        var path = Path.Combine(disk.Folder, "copy.db");
        var storage = _database.Open();
        storage.Enqueue(1);
        Assert.StartsWith($"{path}: no room is left on its disk;", StorageOfATest.Refusal(() => storage.Backup(path)), StringComparison.Ordinal);
        Assert.Equal(["ballast"], Directory.GetFiles(disk.Folder).Select(Path.GetFileName));
    }
}
