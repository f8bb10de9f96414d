using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor.DataQuality;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Skew;

/// <summary>Does serving compute what training computed? The captured features go through the deployed package, recipe and model, again; the scores must be those that were served.</summary>
/// <remarks>Finds a serving path with other code, another version, or features that were captured otherwise than used. Is blind to a mistake that the package itself makes.</remarks>
public static class ServingSkewMonitor
{
    /// <summary>Scores that differ by no more, of numbers above 1 by no more of themselves, are the same: what single precision may lose on the way.</summary>
    public const double Tolerance = 1e-5;

    /// <summary>Tells any score that differs by more than <see cref="Tolerance"/>: no chance is involved.</summary>
    /// <param name="window">The requests; those with a value of the wrong kind are left out.</param>
    /// <param name="score">The deployed package.</param>
    public static MonitorResult Judge(ObservedRequests window, Func<Table, double[]> score)
    {
        if (window.Requests.Count == 0) return MonitorResult.Unjudged(MonitorKind.ServingSkew, 0, "The window has no requests.");
        if (window.Misread.Count > 0)
            return MonitorResult.Unjudged(MonitorKind.ServingSkew, 0, $"Values of the wrong type in {string.Join(", ", window.Misread.Keys.Order(StringComparer.Ordinal))} cannot be put through the model again.");
        double[] again = score(window.Rows);
        double[] gaps = [.. again.Zip(window.Requests, (now, request) => Math.Abs(now - request.Score) / Math.Max(1, Math.Abs(request.Score)))];
        int differ = gaps.Count(gap => !(gap <= Tolerance));
        return MonitorResult.Of(MonitorKind.ServingSkew, 0,
        [
            new MonitorFinding
            {
                Subject = "scores",
                Measure = "recomputed",
                Value = (double)differ / gaps.Length,
                Reference = 0,
                ByLimit = true,
                Found = differ > 0,
                Text = Invariant($"{differ} of {gaps.Length} scores differ from what the deployed model gives for the same features, by at most {gaps.Max():G3}."),
            },
        ]);
    }
}
