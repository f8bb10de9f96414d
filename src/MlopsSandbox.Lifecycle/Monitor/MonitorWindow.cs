using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Requests that are held against the baseline.</summary>
/// <param name="Start">Simulated time of the first request that may be in it.</param>
/// <param name="End">Simulated end, exclusive: the time of the check, or before it where windows must be full.</param>
/// <param name="Rows">Their features as served.</param>
/// <param name="Scores">Their scores, in the order of the rows.</param>
public sealed record MonitorWindow(DateTimeOffset Start, DateTimeOffset End, Table Rows, double[] Scores)
{
    /// <summary>Why nothing is judged at this check, as a sentence; null when something is.</summary>
    public string? NotJudged { get; init; }
}

/// <summary>Requests whose labels have arrived lately.</summary>
/// <param name="Scores">Their scores.</param>
/// <param name="Labels">Their labels, in the same order.</param>
public sealed record LabelledWindow(double[] Scores, double[] Labels)
{
    /// <summary>Requests with labels of two classes.</summary>
    public LabelledWindow(double[] scores, bool[] classes) : this(scores, Classes.Labels(classes)) { }

    /// <summary>Those whose score is a number.</summary>
    public LabelledWindow Scored()
    {
        int[] scored = [.. Enumerable.Range(0, Scores.Length).Where(i => !double.IsNaN(Scores[i]))];
        return scored.Length == Scores.Length ? this : new LabelledWindow([.. scored.Select(i => Scores[i])], [.. scored.Select(i => Labels[i])]);
    }
}
