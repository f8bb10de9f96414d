namespace MlopsSandbox.HangfireConformance.Connection;

/// <summary>The storage's own clock, which servers agree on.</summary>
public static class Clock
{
    public static void GetUtcDateTime_IsNowInUtc(StorageUnderTest storage)
    {
        var now = storage.Read(connection => connection.GetUtcDateTime());
        Assert.Equal(DateTimeKind.Utc, now.Kind);
        Assert.Equal(DateTime.UtcNow, now, TimeSpan.FromMinutes(1));
    }

    public static void GetUtcDateTime_MovesForward(StorageUnderTest storage)
    {
        var first = storage.Read(connection => connection.GetUtcDateTime());
        storage.Elapse(TimeSpan.FromMilliseconds(20));
        Assert.True(storage.Read(connection => connection.GetUtcDateTime()) > first);
    }
}
