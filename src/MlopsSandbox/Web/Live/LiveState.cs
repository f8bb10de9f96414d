namespace MlopsSandbox.Web.Live;

/// <summary>Whether the pages of one browser tab follow what changes.</summary>
internal sealed class LiveState
{
    /// <summary>True while pages stand still, so that somebody can read.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>True when something has changed that a paused page does not show.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>Raised when either has changed.</summary>
    public event Action? Changed;

    /// <summary>Stands still, or goes on and catches up.</summary>
    public void Toggle()
    {
        IsPaused = !IsPaused;
        IsBehind = false;
        Changed?.Invoke();
    }

    /// <summary>Notes that a paused page is behind.</summary>
    public void FallBehind()
    {
        if (IsBehind) return;
        IsBehind = true;
        Changed?.Invoke();
    }
}
