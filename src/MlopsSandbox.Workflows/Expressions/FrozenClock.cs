using Jint.Runtime;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>Lets scripts compute with dates that they are given, and refuses to tell the time: the same state must give the same walk.</summary>
internal sealed class FrozenClock : ITimeSystem
{
    private readonly DefaultTimeSystem _dates = new(TimeZoneInfo.Utc, System.Globalization.CultureInfo.InvariantCulture);

    public TimeZoneInfo DefaultTimeZone => TimeZoneInfo.Utc;

    public DateTimeOffset GetUtcNow() => throw new ExpressionException(
        "the script asks for the present time; expected dates that are passed in, as a walk must be the same when it is taken up again. " +
        "Pass the time as an input of the workflow.");

    public bool TryParse(string date, out long epochMilliseconds) => _dates.TryParse(date, out epochMilliseconds);

    public TimeSpan GetUtcOffset(long epochMilliseconds) => TimeSpan.Zero;
}
