using Cronos;

namespace MlopsSandbox.Workflows.Schedules;

/// <summary>Due as a cron expression with six fields says, seconds first, in UTC.</summary>
public sealed record CronSchedule : Schedule
{
    private const string Expected = "expected six fields (second, minute, hour, day of month, month, day of week), such as '0 0 6 * * MON'";
    private readonly CronExpression _parsed;

    private CronSchedule(string expression, CronExpression parsed) => (Expression, _parsed) = (expression, parsed);

    /// <summary>The expression as written.</summary>
    public string Expression { get; }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">It can't be read, or is never due. The message says what was found and expected.</exception>
    public static CronSchedule Parse(string expression)
    {
        if (expression.Trim().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: 5 } fields)
            throw new FormatException($"'{expression}', which has five fields; {Expected}. Put the second before them: '0 {string.Join(' ', fields)}'.");
        CronExpression parsed;
        try
        {
            parsed = CronExpression.Parse(expression, CronFormat.IncludeSeconds);
        }
        catch (CronFormatException e)
        {
            throw new FormatException($"'{expression}', which is no cron expression ({e.Message.TrimEnd('.')}); {Expected}.", e);
        }
        if (parsed.GetNextOccurrence(DateTime.UnixEpoch) is null)
            throw new FormatException($"'{expression}', which is never due; expected a date that exists. Correct day and month.");
        return new CronSchedule(expression, parsed);
    }

    /// <inheritdoc/>
    public override DateTimeOffset DueFrom(DateTimeOffset now) => _parsed.GetNextOccurrence(now, TimeZoneInfo.Utc) ?? DateTimeOffset.MaxValue;

    /// <inheritdoc/>
    public override DateTimeOffset? DueAgain(DateTimeOffset due, DateTimeOffset now) => DueFrom(now > due ? now : due);

    /// <inheritdoc/>
    public bool Equals(CronSchedule? other) => other is not null && other.Expression == Expression;

    /// <inheritdoc/>
    public override int GetHashCode() => Expression.GetHashCode(StringComparison.Ordinal);

    /// <summary><c>cron 0 0 6 * * MON</c>.</summary>
    public override string ToString() => $"cron {Expression}";
}
