namespace MlopsSandbox.Tests.Web.Live;

/// <summary>While it lives, what was awaited goes on at once, on the thread that ends the waiting: a test that moves its clock sees what comes of it without waiting for other threads.</summary>
internal sealed class OneThread : IDisposable
{
    private readonly SynchronizationContext? _before = SynchronizationContext.Current;

    public OneThread() => SynchronizationContext.SetSynchronizationContext(null);

    public void Dispose() => SynchronizationContext.SetSynchronizationContext(_before);
}
