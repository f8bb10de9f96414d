using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Simulation.Outcome;

/// <summary>The requests of a story whose labels have arrived, to be measured over windows of days.</summary>
/// <param name="task">Chooses the metric.</param>
/// <param name="requests">In order of serving.</param>
public sealed class LabelledTraffic(PredictionTask task, IEnumerable<ServedRequest> requests)
{
    private readonly ServedRequest[] _requests = [.. requests.Where(request => request.Label is not null).OrderBy(request => request.Day)];

    /// <summary>Labelled requests served on these days, both inclusive.</summary>
    public IReadOnlyList<ServedRequest> Of(int fromDay, int toDay) =>
        FirstFrom(fromDay) is var first && FirstFrom(toDay + 1) is var end && end > first ? new ArraySegment<ServedRequest>(_requests, first, end - first) : [];

    /// <summary>The headline metric over these days, both inclusive; null without labels, of classes without labels of both.</summary>
    public QualityWindow? Quality(int fromDay, int toDay)
    {
        IReadOnlyList<ServedRequest> rows = Of(fromDay, toDay);
        double[] labels = [.. rows.Select(row => row.Label!.Value)];
        if (labels.Length == 0 || (task == PredictionTask.BinaryClassification && labels.Distinct().Count() < 2)) return null;
        QualityEstimate served = QualityEstimate.Of(task, [.. rows.Select(row => row.Score)], labels), shadow = QualityEstimate.Of(task, [.. rows.Select(row => row.ShadowScore)], labels);
        return new QualityWindow(rows[0].Day, rows[^1].Day, rows.Count, served.Value, served.StandardError, shadow.Value, rows[^1].Version);
    }

    /// <summary>For each last day the shortest window from no earlier than a day that holds enough labels, in order; days that have none are left out.</summary>
    /// <param name="fromDay">No window begins before.</param>
    /// <param name="toDay">No window ends after.</param>
    /// <param name="minimumRows">Labelled requests that a window needs.</param>
    public IEnumerable<QualityWindow> Windows(int fromDay, int toDay, int minimumRows)
    {
        for (int last = fromDay; last <= toDay; last++)
        {
            if (Of(last, last).Count == 0) continue;
            int first = last;
            while (first > fromDay && Of(first, last).Count < minimumRows) first--;
            if (Of(first, last).Count >= minimumRows && Quality(first, last) is { } window) yield return window;
        }
    }

    // Requests are in order of their days: the first that is served on a day or later.
    private int FirstFrom(int day)
    {
        int low = 0, high = _requests.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_requests[middle].Day < day) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
