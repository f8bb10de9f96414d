using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Monitor.Windows;

/// <summary>A check's window on the simulated clock: requests served in it, labels that arrived in it, labels that became due in it.</summary>
/// <param name="Start">Begin. A request served just then is in it; a label that arrived just then is not.</param>
/// <param name="End">End. A request served just then is not in it; a label that arrived just then is.</param>
public sealed record WindowSpan(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Most requests that may be in it, the newest; null for any number.</summary>
    public int? MostRows { get; init; }

    /// <summary>Why nothing is judged at this check, as a sentence; null when something is.</summary>
    public string? NotJudged { get; init; }

    /// <summary>How long it is.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>Of requests in order of serving those that were served in it; none when nothing is judged.</summary>
    public IReadOnlyList<CapturedRequest> ServedIn(IEnumerable<CapturedRequest> requests) =>
        NotJudged is null ? [.. requests.Where(request => request.ServedAt >= Start && request.ServedAt < End).TakeLast(MostRows ?? int.MaxValue)] : [];

    /// <summary>Those whose labels arrived in it, whenever they were served; none when nothing is judged.</summary>
    public IReadOnlyList<CapturedRequest> LabelledIn(IEnumerable<CapturedRequest> requests) =>
        NotJudged is null ? [.. requests.Where(request => request.Label is not null && HasArrived(request.LabelAt))] : [];

    /// <summary>Those whose labels became due in it; none when nothing is judged.</summary>
    /// <param name="requests">In order of serving.</param>
    /// <param name="delayDays">Days from a request to its label.</param>
    public IReadOnlyList<CapturedRequest> DueIn(IEnumerable<CapturedRequest> requests, int delayDays) =>
        NotJudged is null ? [.. requests.Where(request => request.ServedAt >= Start.AddDays(-delayDays) && request.ServedAt < End.AddDays(-delayDays))] : [];

    /// <summary>True for the time of a label that arrived in it.</summary>
    public bool HasArrived(DateTimeOffset labelAt) => labelAt > Start && labelAt <= End;
}
