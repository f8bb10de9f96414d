using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Windows;

/// <summary>Which requests of a deployment a check looks at, on the simulated clock. The only place that computes it.</summary>
public abstract record WindowRule
{
    /// <summary>The window of a check. Pure.</summary>
    /// <param name="since">Simulated time from which the model serves.</param>
    /// <param name="now">Simulated time of the check.</param>
    /// <param name="servedAt">Times of the deployment's requests, ascending; looked at only by windows of rows.</param>
    public abstract WindowSpan At(DateTimeOffset since, DateTimeOffset now, IEnumerable<DateTimeOffset> servedAt);

    /// <summary>Served time of the first request that a check may look at: of the window, of the labels that became due in it, or of the days before its end.</summary>
    /// <param name="since">Simulated time from which the model serves.</param>
    /// <param name="now">Simulated time of the check.</param>
    /// <param name="lookBackDays">Days before the window's end that the check looks at in any case.</param>
    /// <param name="delayDays">Days from a request to its label.</param>
    public virtual DateTimeOffset FirstRead(DateTimeOffset since, DateTimeOffset now, int lookBackDays, int delayDays)
    {
        WindowSpan span = At(since, now, []);
        DateTimeOffset due = span.Start.AddDays(-delayDays), lookBack = span.End.AddDays(-lookBackDays);
        return due < lookBack ? due : lookBack;
    }
}

/// <summary>The last days; fewer where the deployment is younger.</summary>
/// <param name="Days">From 1 on.</param>
public sealed record SlidingDays(int Days) : WindowRule
{
    /// <inheritdoc/>
    public override WindowSpan At(DateTimeOffset since, DateTimeOffset now, IEnumerable<DateTimeOffset> servedAt) => new(now.AddDays(-Days), now);
}

/// <summary>The last requests; all of them where there were fewer. It reaches from the first of them to the check.</summary>
/// <param name="Rows">From 1 on.</param>
public sealed record SlidingRows(int Rows) : WindowRule
{
    /// <inheritdoc/>
    public override WindowSpan At(DateTimeOffset since, DateTimeOffset now, IEnumerable<DateTimeOffset> servedAt) =>
        new(servedAt.TakeLast(Rows).DefaultIfEmpty(since).First(), now) { MostRows = Rows };

    /// <inheritdoc/>
    public override DateTimeOffset FirstRead(DateTimeOffset since, DateTimeOffset now, int lookBackDays, int delayDays) => since;
}

/// <summary>Whole windows, end to end, since the deployment began to serve: a check looks at the last one that is full.</summary>
/// <param name="Days">From 1 on.</param>
public sealed record TumblingDays(int Days) : WindowRule
{
    /// <inheritdoc/>
    public override WindowSpan At(DateTimeOffset since, DateTimeOffset now, IEnumerable<DateTimeOffset> servedAt)
    {
        long full = (now - since).Ticks / TimeSpan.FromDays(Days).Ticks;
        if (full > 0) return new WindowSpan(since.AddDays((full - 1) * Days), since.AddDays(full * Days));
        return new WindowSpan(since, now)
        {
            NotJudged = Invariant($"The first window of {Days} days is full at {since.AddDays(Days).UtcDateTime:yyyy-MM-dd HH:mm} (simulated time); nothing is judged before."),
        };
    }
}

/// <summary>Everything since the deployment began to serve.</summary>
public sealed record GrowingWindow : WindowRule
{
    /// <inheritdoc/>
    public override WindowSpan At(DateTimeOffset since, DateTimeOffset now, IEnumerable<DateTimeOffset> servedAt) => new(since, now);
}
