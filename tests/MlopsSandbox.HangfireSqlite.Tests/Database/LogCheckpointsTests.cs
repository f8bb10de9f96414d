using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Tests.Database;

/// <summary>The write-ahead log, which commits make longer.</summary>
public sealed class LogCheckpointsTests : IDisposable
{
    private const int MiB = 1 << 20;

    private readonly TestDatabase _database = new();
    private readonly DatabaseFile _file;

    public LogCheckpointsTests() => _file = _database.Open().Database;

    public void Dispose() => _database.Dispose();

    private void WriteMebibytes(int count)
    {
        for (var i = 0; i < count; i++) _file.Write(session => session.Execute("INSERT OR REPLACE INTO Counter VALUES ('large', 1, ?1)", new string('x', MiB)));
    }

    private bool IsShort() => _file.Read(session => session.FramesToCheckpoint()) < LogCheckpoints.FramesBetween;

    [Fact]
    public void Commits_MadeTheLogLong_ItIsCopiedWithoutAnyOfThem()
    {
        WriteMebibytes(24);     // More than is left to copy, less than a commit copies by itself.
        Assert.True(SpinWait.SpinUntil(IsShort, StorageOfATest.Patience));
    }

    [Fact]
    public void Commits_NeverPause_TheLogStartsAnew()
    {
        WriteMebibytes(160);
        Assert.InRange(new FileInfo(_database.File + "-wal").Length, 16 * MiB, 80 * MiB);
    }

    [Fact]
    public void Reader_KeepsAnOldSnapshot_CommitsGoOnAndTheLogIsCopiedAfterwards()
    {
        using (var reader = _file.Open())
        {
            reader.Execute("BEGIN");
            reader.Scalar<long>("SELECT count(*) FROM Counter");
            WriteMebibytes(40);
            Assert.Equal(0, reader.Scalar<long>("SELECT count(*) FROM Counter"));
            Assert.False(IsShort());
        }
        WriteMebibytes(40);
        Assert.True(SpinWait.SpinUntil(IsShort, StorageOfATest.Patience));
    }
}
