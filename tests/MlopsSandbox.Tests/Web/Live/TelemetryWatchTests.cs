using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Web.Live;

namespace MlopsSandbox.Tests.Web.Live;

public sealed class TelemetryWatchTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private int _told;

    private string File => _folder["telemetry.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Change_IsToldWithinASecond()
    {
        using OneThread thread = new();
        using TelemetryWatch watch = new(File, _time);
        using IDisposable listening = watch.Listen(Count);
        _time.Advance(Second);
        Assert.Equal(0, _told);

        Change();
        _time.Advance(Second);

        Assert.Equal(1, _told);
    }

    [Fact]
    public void File_DeletedAndMadeAnew_IsTheOneThatIsFollowedFromThenOn()
    {
        using OneThread thread = new();
        using TelemetryWatch watch = new(File, _time);
        using IDisposable listening = watch.Listen(Count);

        foreach (string file in Directory.GetFiles(_folder.Path)) System.IO.File.Delete(file);
        new TelemetryReader(File).Dispose();
        _time.Advance(Second);
        Assert.Equal(1, _told);

        Change();
        _time.Advance(Second);

        Assert.Equal(2, _told);
    }

    private Task Count()
    {
        _told++;
        return Task.CompletedTask;
    }

    private void Change()
    {
        using SqliteConnection other = new($"Data Source={File};Pooling=False");
        other.Open();
        using SqliteCommand write = other.CreateCommand();
        write.CommandText = "CREATE TABLE more (x)";
        write.ExecuteNonQuery();
    }
}
