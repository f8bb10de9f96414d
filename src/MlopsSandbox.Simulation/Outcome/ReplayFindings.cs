using System.Globalization;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Simulation.Outcome;

/// <summary>What happened in a replay of real days, month by month. Pure.</summary>
internal sealed class ReplayFindings
{
    private readonly StoryEvidence _evidence;

    public ReplayFindings(StoryEvidence evidence)
    {
        _evidence = evidence;
        Months = [.. evidence.Requests.Where(request => request.Label is not null).GroupBy(request => NameOf(request.Day)).Select(MonthOf)];
    }

    public IReadOnlyList<ReplayedMonth> Months { get; }

    /// <summary>What is missing for a good end, a sentence each.</summary>
    public IEnumerable<string> Reasons
    {
        get
        {
            if (Months.Count == 0)
            {
                yield return "No label arrived, so nobody can tell how good the answers were.";
                yield break;
            }

            double labels = Months.Sum(month => month.Labels);
            double served = Months.Sum(month => month.Mae * month.Labels) / labels, without = Months.Sum(month => month.WithoutRetrain * month.Labels) / labels;
            if (_evidence.Deployments.Count > 1 && served >= without)
                yield return string.Create(CultureInfo.InvariantCulture, $"The retrains did not pay: the mean absolute error was {served:0.000}, and {without:0.000} without them.");
        }
    }

    private ReplayedMonth MonthOf(IGrouping<string, ServedRequest> month)
    {
        ServedRequest[] rows = [.. month];
        DateOnly begin = new(_evidence.Calendar.DateOf(rows[0].Day).Year, _evidence.Calendar.DateOf(rows[0].Day).Month, 1);
        DateTimeOffset check = new(begin.AddMonths(1), TimeOnly.MinValue, TimeSpan.Zero);
        DriftReportRow? report = _evidence.Reports.FirstOrDefault(one => one.At == check);
        RetrainDecisionRow? decision = _evidence.Decisions.FirstOrDefault(one => one.At == check);
        return new ReplayedMonth(
            rows[0].Day,
            rows[^1].Day,
            month.Key,
            rows.Length,
            rows[^1].Version,
            rows.Average(row => Math.Abs(row.Score - row.Label!.Value)),
            rows.Average(row => row.Score - row.Label!.Value),
            rows.Average(row => Math.Abs(row.ShadowScore - row.Label!.Value)),
            rows.Average(row => row.Label!.Value),
            report?.Drifted ?? false,
            decision?.Choice ?? "none");
    }

    private string NameOf(int day) => _evidence.Calendar.DateOf(day).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
