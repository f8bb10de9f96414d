using MlopsSandbox.Lifecycle.Telemetry;
using Microsoft.Data.Sqlite;

namespace MlopsSandbox.Lifecycle.Tests.Telemetry;

public sealed class TelemetryDatabaseTests : IDisposable
{
    private readonly TelemetryFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Open_NewerSchema_Refused()
    {
        _file.Reader().Dispose();
        using (var connection = new SqliteConnection($"Data Source={_file.File};Pooling=False"))
        {
            connection.Open();
            connection.Run("PRAGMA user_version = 99");
        }
        var refused = Assert.Throws<TelemetryDatabaseException>(() => new TelemetryProcessor(_file.File, "process-1"));
        Assert.Equal($"{_file.File}: the telemetry schema is version 99; this program knows up to 2. Use a newer program, or another home.", refused.Message);
    }

    [Fact]
    public void Open_NoDatabase_Refused()
    {
        File.WriteAllText(_file.File, new string('x', 5000));
        var refused = Assert.Throws<TelemetryDatabaseException>(() => new TelemetryReader(_file.File));
        Assert.StartsWith($"{_file.File}: SQLite refused: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_OfNanoseconds_IsTheSameToATick()
    {
        var time = new DateTimeOffset(2026, 11, 24, 10, 34, 13, TimeSpan.Zero).AddTicks(1_234_567);
        Assert.Equal(1_795_516_453_123_456_700, TelemetryDatabase.Nanoseconds(time));      // date -d '2026-11-24T10:34:13Z' +%s
        Assert.Equal(time, TelemetryDatabase.Time(TelemetryDatabase.Nanoseconds(time)));
    }
}
