using MlopsSandbox.Api;

namespace MlopsSandbox.Web.Live;

/// <summary>Whether the pages of one browser tab follow what changes.</summary>
internal sealed class LiveState : IDisposable
{
    private readonly IReadOnlyList<ChangeWatch> _watches;
    private readonly Problems _problems;

    /// <summary>Of a tab whose pages these watches tell of changes.</summary>
    public LiveState(IReadOnlyList<ChangeWatch> watches, Problems problems)
    {
        (_watches, _problems) = (watches, problems);
        foreach (ChangeWatch watch in watches) watch.TroubleChanged += TellTrouble;
    }

    /// <summary>True while pages stand still, so that somebody can read.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>True when something has changed that a paused page does not show.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>Why changes can't be followed just now, in words; null while they can.</summary>
    public string? Trouble => _watches.Select(watch => watch.Trouble).FirstOrDefault(trouble => trouble is not null) is { } found ? _problems.Of(found).Detail : null;

    /// <summary>Raised when pages stand still or go on, and when they fall behind.</summary>
    public event Action? Changed;

    /// <summary>Raised when <see cref="Trouble"/> has come or gone, on any thread.</summary>
    public event Action? TroubleChanged;

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

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ChangeWatch watch in _watches) watch.TroubleChanged -= TellTrouble;
    }

    private void TellTrouble() => TroubleChanged?.Invoke();
}
