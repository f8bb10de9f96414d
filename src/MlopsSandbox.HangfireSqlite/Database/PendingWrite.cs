using System.Runtime.ExceptionServices;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>A write in the <see cref="WriterQueue"/>.</summary>
internal abstract class PendingWrite
{
    /// <summary>Whether a thread waits for it, which can be given the turn.</summary>
    public abstract bool HasWaiter { get; }

    public abstract void Run(Session session);

    /// <summary>It won't be committed; the first reason counts.</summary>
    public abstract void Fail(Exception cause);

    /// <summary>It was committed or has failed.</summary>
    public abstract void Finish();

    /// <summary>Tells its thread to write.</summary>
    public abstract void TakeTurn();
}

/// <summary>A write whose caller waits for its result.</summary>
internal sealed class AwaitedWrite<T>(Func<Session, T> write) : PendingWrite
{
    private readonly object _telling = new();
    private ExceptionDispatchInfo? _failure;
    private T? _result;
    private bool _isFinished, _hasTurn;

    public override bool HasWaiter => true;

    public override void Run(Session session) => _result = write(session);

    public override void Fail(Exception cause) => _failure ??= ExceptionDispatchInfo.Capture(cause);

    public override void Finish() => Tell(ref _isFinished);

    public override void TakeTurn() => Tell(ref _hasTurn);

    /// <summary>Waits; true when the caller's thread has to write, false when another one has written.</summary>
    public bool WaitForTurn()
    {
        lock (_telling)
        {
            while (!_isFinished && !_hasTurn) Monitor.Wait(_telling);
            return !_isFinished;
        }
    }

    public T Result()
    {
        _failure?.Throw();
        return _result!;
    }

    private void Tell(ref bool what)
    {
        lock (_telling)
        {
            what = true;
            Monitor.Pulse(_telling);
        }
    }
}

/// <summary>A write that nobody waits for.</summary>
internal sealed class PostedWrite(Action<Session> write, Action<Exception> failed) : PendingWrite
{
    private Exception? _failure;

    public override bool HasWaiter => false;

    public override void Run(Session session) => write(session);

    public override void Fail(Exception cause) => _failure ??= cause;

    public override void Finish()
    {
        if (_failure is not null) failed(_failure);
    }

    public override void TakeTurn() => throw new InvalidOperationException("Nobody waits for this write.");
}
