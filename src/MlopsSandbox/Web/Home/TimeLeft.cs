namespace MlopsSandbox.Web.Home;

/// <summary>Estimates how long work still takes from how fast it went lately.</summary>
internal sealed class TimeLeft
{
    private const int Remembered = 8;
    private readonly List<(double Done, DateTimeOffset At)> _seen = [];

    /// <summary>So much is done now; asked again with the same amount, it changes nothing.</summary>
    public void Note(double done, DateTimeOffset at)
    {
        if (_seen.Count > 0 && done == _seen[^1].Done) return;
        if (_seen.Count > 0 && done < _seen[^1].Done) _seen.Clear();
        _seen.Add((done, at));
        if (_seen.Count > Remembered) _seen.RemoveAt(0);
    }

    /// <summary>Forgets what it has seen: the work stood still, or goes at another speed from now on.</summary>
    public void Forget() => _seen.Clear();

    /// <summary>How long until all is done; null while too little was seen to say.</summary>
    /// <param name="all">How much there is to do.</param>
    /// <param name="now">Wall time.</param>
    public TimeSpan? Until(double all, DateTimeOffset now)
    {
        if (_seen.Count < 3) return null;
        (double done, DateTimeOffset at) = _seen[^1];
        TimeSpan each = (at - _seen[0].At) / (done - _seen[0].Done), left = (each * (all - done)) - (now - at);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
