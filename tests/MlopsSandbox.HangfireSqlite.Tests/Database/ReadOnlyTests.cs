namespace MlopsSandbox.HangfireSqlite.Tests.Database;

/// <summary>Files and folders that may only be read, opened by a process of a user without privileges.</summary>
public sealed class ReadOnlyTests : IDisposable
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Enterable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly TestDatabase _database = new();

    public void Dispose()
    {
        SetFolderMode(Enterable | UnixFileMode.UserWrite);
        _database.Dispose();
    }

    private void SetFolderMode(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_database.Folder, mode);
    }

    private void SetFileMode(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_database.File, mode);
    }

    [UnprivilegedFact]
    public void Open_FolderMayNotBeWritten_RefusedAndNothingMade()
    {
        SetFolderMode(Enterable);
        Assert.Equal(
            $"{_database.File}: can't be opened or created; expected a file in a folder that exists and may be written. Check the folder.",
            OpeningProcess.Print(_database.File));
        Assert.Empty(Directory.GetFiles(_database.Folder));
    }

    [UnprivilegedFact]
    public void Open_FileMayNotBeWritten_RefusedAndUntouched()
    {
        using (var storage = new SqliteStorage(_database.File)) storage.Enqueue(1);
        SetFileMode(Readable);
        SetFolderMode(Enterable);
        var before = File.ReadAllBytes(_database.File);
        Assert.Equal(
            $"{_database.File}: can't be written; expected a file and a folder that this user may write. Check their permissions.",
            OpeningProcess.Print(_database.File));
        Assert.Equal(before, File.ReadAllBytes(_database.File));
    }

    [UnprivilegedFact]
    public void Open_FileMayNotBeWrittenInAFolderThatMay_RefusedAndUntouched()
    {
        using (var storage = new SqliteStorage(_database.File)) storage.Enqueue(1);
        SetFileMode(Readable);
        SetFolderMode(Enterable | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
        var before = File.ReadAllBytes(_database.File);
        Assert.Equal(
            $"{_database.File}: can't be written; expected a file and a folder that this user may write. Check their permissions.",
            OpeningProcess.Print(_database.File));
        Assert.Equal(before, File.ReadAllBytes(_database.File));
    }

    [UnprivilegedFact]
    public void Open_FolderMayBeWritten_Opened()
    {
        SetFolderMode(Enterable | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
        Assert.Equal(OpeningProcess.Opened, OpeningProcess.Print(_database.File));
    }
}
