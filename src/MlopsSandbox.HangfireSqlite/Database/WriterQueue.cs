namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>
/// The one writer of this process. A write that finds nobody writing is made at once, by its caller's own thread; those that come meanwhile
/// wait and are then made together, in one transaction, by the thread of the first of them. Each has a savepoint: one that fails takes no
/// other with it. All callers return after the commit.
/// </summary>
internal sealed class WriterQueue(Session session, LogCheckpoints checkpoints) : IDisposable
{
    /// <summary>
    /// So many transactions one thread makes in a row, its own first, before it hands over: waking the next one takes as long as a commit,
    /// in which nobody would write.
    /// </summary>
    private const int Rounds = 4;

    private readonly Lock _gate = new();
    private List<PendingWrite> _waiting = [];
    private bool _isWriting, _isClosed;

    /// <summary>Whether the file was deleted, moved or replaced since it was opened.</summary>
    public bool HasLostItsFile => session.HasLostItsFile;

    /// <summary>Makes the write and waits for its commit. The write must not call this queue itself.</summary>
    public T Run<T>(Func<Session, T> write)
    {
        var mine = new AwaitedWrite<T>(write);
        if (IsFirst(mine) || mine.WaitForTurn()) WriteTogether();
        return mine.Result();
    }

    /// <summary>Makes the write at once when nobody writes, else with the next ones, without waiting for it.</summary>
    public void Post(Action<Session> write, Action<Exception> failed)
    {
        if (IsFirst(new PostedWrite(write, failed))) WriteTogether();
    }

    /// <summary>Lets everything be written that waits, then closes the session.</summary>
    public void Dispose()
    {
        var last = new AwaitedWrite<bool>(static _ => true);
        lock (_gate)
        {
            if (_isClosed) return;
            _isClosed = true;
        }
        if (IsFirst(last, evenClosed: true) || last.WaitForTurn()) WriteTogether();
        checkpoints.Dispose();
        session.Dispose();
    }

    /// <summary>Queues the write; true when nobody writes, so that its thread has to.</summary>
    private bool IsFirst(PendingWrite write, bool evenClosed = false)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed && !evenClosed, this);
            _waiting.Add(write);
            if (_isWriting) return false;
            return _isWriting = true;
        }
    }

    /// <summary>
    /// Writes all that waits, and what comes meanwhile, and after some rounds hands over to the first of those that came last. Writes that
    /// nobody waits for stay with this thread.
    /// </summary>
    private void WriteTogether()
    {
        for (var round = 1; ; round++)
        {
            List<PendingWrite> group;
            lock (_gate) (group, _waiting) = (_waiting, []);
            Commit(group);
            checkpoints.AfterCommit(session);

            PendingWrite? next;
            bool isDone;
            lock (_gate)
            {
                next = round < Rounds ? null : _waiting.Find(static write => write.HasWaiter);
                isDone = _waiting.Count == 0;
                if (isDone) _isWriting = false;
            }
            next?.TakeTurn();
            foreach (var write in group) write.Finish();
            if (isDone || next is not null) return;
        }
    }

    private void Commit(List<PendingWrite> group)
    {
        try
        {
            session.InWriteTransaction(writing =>
            {
                if (group is [var only]) only.Run(writing);
                else foreach (var write in group) InSavepoint(write);
                return true;
            });
        }
        catch (Exception cause)
        {
            foreach (var write in group) write.Fail(cause);     // The callers get it.
        }
    }

    private void InSavepoint(PendingWrite write)
    {
        session.Execute("SAVEPOINT Pending");
        try
        {
            write.Run(session);
        }
        catch (Exception cause) when (session.IsInTransaction)
        {
            session.Execute("ROLLBACK TO Pending");
            write.Fail(cause);
        }
        session.Execute("RELEASE Pending");
    }
}
