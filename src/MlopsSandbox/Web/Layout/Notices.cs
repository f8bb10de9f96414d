namespace MlopsSandbox.Web.Layout;

/// <summary>What one browser tab is told of what it has just done, in a sentence that goes away by itself.</summary>
/// <param name="time">By what it goes away.</param>
internal sealed class Notices(TimeProvider time) : IDisposable
{
    /// <summary>How long a sentence stays.</summary>
    public static readonly TimeSpan Stay = TimeSpan.FromSeconds(8);

    private ITimer? _leaving;

    /// <summary>The sentence; null when there is none.</summary>
    public string? Text { get; private set; }

    /// <summary>Raised when it has changed, on any thread.</summary>
    public event Action? Changed;

    /// <summary>Says it, in the place of what was said before.</summary>
    public void Say(string text)
    {
        Text = text;
        _leaving?.Dispose();
        _leaving = time.CreateTimer(_ => Leave(), null, Stay, Timeout.InfiniteTimeSpan);
        Changed?.Invoke();
    }

    /// <summary>Takes it away.</summary>
    public void Leave()
    {
        Text = null;
        Changed?.Invoke();
    }

    /// <inheritdoc/>
    public void Dispose() => _leaving?.Dispose();
}
