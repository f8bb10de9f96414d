using Hangfire.Storage;

namespace MlopsSandbox.HangfireSqlite.Tests.Conformance.Faults;

internal sealed class FaultyFetchedJob(IFetchedJob sound, Fault fault) : IFetchedJob
{
    public IFetchedJob Sound => sound;

    public string JobId => sound.JobId;

    public void RemoveFromQueue()
    {
        if (fault != Fault.AcknowledgementLost) sound.RemoveFromQueue();
    }

    public void Requeue()
    {
        if (fault == Fault.RequeueDrops) sound.RemoveFromQueue();
        else sound.Requeue();
    }

    public void Dispose()
    {
        if (fault == Fault.DisposedFetchDrops) sound.RemoveFromQueue();
        sound.Dispose();
    }
}
