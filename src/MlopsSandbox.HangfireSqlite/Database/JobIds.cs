namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>Ids for new jobs, each given once over all processes, taken from the file in blocks: the busier the process, the larger.</summary>
internal sealed class JobIds(DatabaseFile database)
{
    private const int LargestBlock = 128;

    private readonly Lock _taking = new();
    private long _next, _end;
    private int _block = 1;

    public long Next()
    {
        lock (_taking)
        {
            if (_next == _end) TakeBlock();
            return _next++;
        }
    }

    private void TakeBlock()
    {
        _end = 1 + database.Write(session => JobRecords.ReserveIds(session, _block));
        _next = _end - _block;
        _block = Math.Min(2 * _block, LargestBlock);
    }
}
