using MlopsSandbox.Workflows.Schedules;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Schedules;

/// <summary>When a story checks its endpoint. Checks are made at the ends of simulated days, one a day at most.</summary>
public abstract record CheckSchedule
{
    /// <summary>At the end of each day.</summary>
    public static CheckSchedule Daily { get; } = CronChecks.Parse("0 0 * * *");

    /// <summary>At the end of each month.</summary>
    public static CheckSchedule Monthly { get; } = CronChecks.Parse("0 0 1 * *");

    /// <summary>Is a check due at the end of this day? Pure.</summary>
    /// <param name="begin">Begin of the day, simulated.</param>
    /// <param name="end">Its end.</param>
    /// <param name="servedBefore">Requests of the story before the day.</param>
    /// <param name="servedByEnd">The same by its end.</param>
    public abstract bool IsDueAt(DateTimeOffset begin, DateTimeOffset end, long servedBefore, long servedByEnd);
}

/// <summary>Due when a cron expression names a time after the begin of the day, up to its end: midnight belongs to the day that it ends.</summary>
/// <param name="Expression">As written.</param>
/// <param name="Times">The times that it names, UTC.</param>
public sealed record CronChecks(string Expression, CronSchedule Times) : CheckSchedule
{
    /// <summary>Reads an expression of five fields, minute first, or of six, second first.</summary>
    /// <exception cref="FormatException">It can't be read, or is never due.</exception>
    public static CronChecks Parse(string expression)
    {
        int fields = expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return new CronChecks(expression, CronSchedule.Parse(fields == 5 ? $"0 {expression}" : expression));
    }

    /// <inheritdoc/>
    public override bool IsDueAt(DateTimeOffset begin, DateTimeOffset end, long servedBefore, long servedByEnd) => Times.DueFrom(begin) <= end;

    /// <summary>For people.</summary>
    public override string ToString() => $"at the times of cron '{Expression}'";
}

/// <summary>Due when the requests of the story have passed another multiple of a number.</summary>
/// <param name="Every">The number, from 1 on.</param>
public sealed record RequestChecks(int Every) : CheckSchedule
{
    /// <inheritdoc/>
    public override bool IsDueAt(DateTimeOffset begin, DateTimeOffset end, long servedBefore, long servedByEnd) => servedByEnd / Every > servedBefore / Every;

    /// <summary>For people.</summary>
    public override string ToString() => Invariant($"every {Every} requests");
}
