using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Schedules;

/// <summary>Reads <c>monitor.schedule</c>.</summary>
internal static class ScheduleReading
{
    private const string Cron = "cron", EveryRequests = "everyRequests", CronForm = "five fields (minute, hour, day of month, month, day of week) that are due at some time, such as '0 0 * * 1'";

    /// <summary>The schedule; null when none is told, or none that can be used.</summary>
    public static CheckSchedule? Of(ScenarioReading reading, LocatedJson? monitor)
    {
        if (!ScenarioReading.Has(monitor, "schedule") || reading.Object(monitor, "schedule", Cron, EveryRequests) is not { } schedule) return null;
        bool isCron = ScenarioReading.Has(schedule, Cron), isRequests = ScenarioReading.Has(schedule, EveryRequests);
        if (isCron == isRequests)
        {
            reading.Refuse(schedule, isCron ? $"has both {Cron} and {EveryRequests}" : $"has neither {Cron} nor {EveryRequests}", "one of the two", "Say when checks are made.");
            return null;
        }

        return isCron ? CronOf(reading, schedule) : new RequestChecks(reading.Whole(schedule, EveryRequests, 1, 1_000_000, "requests"));
    }

    private static CronChecks? CronOf(ScenarioReading reading, LocatedJson schedule)
    {
        string text = reading.Text(schedule, Cron, CronForm);
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            return CronChecks.Parse(text);
        }
        catch (FormatException)
        {
            reading.Refuse(schedule.Members[Cron], $"is '{text}'", CronForm, "Correct it.");
            return null;
        }
    }
}
