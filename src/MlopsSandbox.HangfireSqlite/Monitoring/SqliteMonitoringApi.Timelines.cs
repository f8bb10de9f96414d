using System.Globalization;

namespace MlopsSandbox.HangfireSqlite.Monitoring;

internal sealed partial class SqliteMonitoringApi
{
    private const int Days = 7, Hours = 24;

    public override IDictionary<DateTime, long> SucceededByDatesCount() => Daily("succeeded");
    public override IDictionary<DateTime, long> FailedByDatesCount() => Daily("failed");
    public override IDictionary<DateTime, long> DeletedByDatesCount() => Daily("deleted");
    public override IDictionary<DateTime, long> HourlySucceededJobs() => Hourly("succeeded");
    public override IDictionary<DateTime, long> HourlyFailedJobs() => Hourly("failed");
    public override IDictionary<DateTime, long> HourlyDeletedJobs() => Hourly("deleted");

    private Dictionary<DateTime, long> Daily(string what)
    {
        var today = time.GetUtcNow().UtcDateTime.Date;
        return Counted(what, "yyyy-MM-dd", Enumerable.Range(0, Days).Select(ago => today.AddDays(-ago)));
    }

    private Dictionary<DateTime, long> Hourly(string what)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return Counted(what, "yyyy-MM-dd-HH", Enumerable.Range(0, Hours).Select(ago => now.AddHours(-ago)));
    }

    /// <summary>Reads the counters that Hangfire keeps for its graphs, <c>stats:{what}:{time}</c>.</summary>
    private Dictionary<DateTime, long> Counted(string what, string format, IEnumerable<DateTime> times) => database.Read(session => times.ToDictionary(
        at => at,
        at => session.Scalar<long>("SELECT Value FROM Counter WHERE \"Key\" = ?1", $"stats:{what}:{at.ToString(format, CultureInfo.InvariantCulture)}")));
}
