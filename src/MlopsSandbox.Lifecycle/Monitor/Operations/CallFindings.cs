using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Operations;

/// <summary>Do real calls take longer than before, do more of them fail or get refused? The newest calls against those before them.</summary>
/// <remarks>
/// Counted by calls and not by days, as people call in wall time and checks run on the simulated clock. Latency by Fisher's test of how many calls are beyond the 95th
/// percentile of all: exact for independent calls, whatever the distribution. Calls in one busy minute are not independent, so a change must also be large.
/// </remarks>
internal static class CallFindings
{
    /// <summary>Most calls that a check reads: the window's and ten times as many before.</summary>
    public const int MostCalls = 2_200;

    private const int LeastCalls = 200, MostOfWindow = 200;
    private const double LeastSlowdown = 1.5, LeastMilliseconds = 5, LeastRise = 0.02, Tail = 0.95;

    /// <summary>How many findings of so many calls are judged, which need a share of the level; whether they are depends on their number alone.</summary>
    public static int Judged(IReadOnlyList<ServedCall> calls) => (Timed(calls).Length >= LeastCalls ? 1 : 0) + (calls.Count >= LeastCalls ? 2 : 0);

    /// <summary>Latency of answered HTTP calls, share of failed and share of refused calls, each at <paramref name="alpha"/>.</summary>
    public static IReadOnlyList<MonitorFinding> Of(double alpha, IReadOnlyList<ServedCall> calls) =>
    [
        Latency(alpha, Timed(calls)),
        Share(alpha, "failed", calls, CallOutcome.Failed),
        Share(alpha, "refused", calls, CallOutcome.Refused),
    ];

    private static ServedCall[] Timed(IReadOnlyList<ServedCall> calls) => [.. calls.Where(call => call is { Path: CallPath.Http, Outcome: CallOutcome.Answered })];

    private static MonitorFinding Latency(double alpha, ServedCall[] calls)
    {
        const string measure = "p95 of milliseconds";
        if (calls.Length < LeastCalls) return TooFew(measure, "calls were answered over HTTP", calls.Length);
        (ServedCall[] before, ServedCall[] now) = Parted(calls);
        double limit = Percentile(calls), p95Before = Percentile(before), p95Now = Percentile(now);
        double p = FisherExact.Test(before.Count(IsBeyond), before.Length, now.Count(IsBeyond), now.Length).PValue;
        return new MonitorFinding
        {
            Subject = "calls",
            Measure = measure,
            Value = p95Now,
            Reference = p95Before,
            P = p,
            Alpha = alpha,
            Found = p <= alpha && p95Now >= LeastSlowdown * p95Before && p95Now >= p95Before + LeastMilliseconds,
            Text = Invariant($"95 of 100 calls took at most {p95Now:0.0} ms of the newest {now.Length}, {p95Before:0.0} ms of the {before.Length} before; {Rows(now):0.#} and {Rows(before):0.#} rows a call."),
        };

        bool IsBeyond(ServedCall call) => call.Milliseconds > limit;
    }

    private static MonitorFinding Share(double alpha, string measure, IReadOnlyList<ServedCall> calls, CallOutcome outcome)
    {
        if (calls.Count < LeastCalls) return TooFew(measure, "calls were made", calls.Count);
        (ServedCall[] before, ServedCall[] now) = Parted([.. calls]);
        int hitsBefore = before.Count(call => call.Outcome == outcome), hitsNow = now.Count(call => call.Outcome == outcome);
        double shareBefore = (double)hitsBefore / before.Length, shareNow = (double)hitsNow / now.Length;
        double p = FisherExact.Test(hitsBefore, before.Length, hitsNow, now.Length).PValue;
        return new MonitorFinding
        {
            Subject = "calls",
            Measure = measure,
            Value = shareNow,
            Reference = shareBefore,
            P = p,
            Alpha = alpha,
            Found = p <= alpha && shareNow >= shareBefore + LeastRise,
            Text = Invariant($"{hitsNow} of the newest {now.Length} calls were {measure} ({shareNow:P1}), {hitsBefore} of the {before.Length} before ({shareBefore:P1})."),
        };
    }

    private static MonitorFinding TooFew(string measure, string what, int calls) => MonitorFinding.Unjudged("calls", measure,
        Invariant($"{calls} {what}; judged from {LeastCalls} on. The traffic of a story is scored in batches and makes no calls."));

    private static (ServedCall[] Before, ServedCall[] Now) Parted(ServedCall[] calls)
    {
        int ofWindow = Math.Min(MostOfWindow, calls.Length / 4);
        return (calls[..^ofWindow], calls[^ofWindow..]);
    }

    private static double Percentile(ServedCall[] calls)
    {
        double[] sorted = [.. calls.Select(call => call.Milliseconds).Order()];
        return sorted[(int)Math.Ceiling(Tail * sorted.Length) - 1];
    }

    private static double Rows(ServedCall[] calls) => calls.Average(call => call.Rows);
}
