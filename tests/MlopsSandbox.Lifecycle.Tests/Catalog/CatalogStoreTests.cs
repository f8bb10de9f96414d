using Microsoft.Data.Sqlite;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Catalog;

public sealed class CatalogStoreTests : IDisposable
{
    private static readonly DateTimeOffset Day0 = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_Again_FindsWhatWasKept()
    {
        using (CatalogStore first = Open()) Begin(first);
        using CatalogStore second = Open();
        Assert.Equal("story-0001", Assert.Single(second.Read(tx => tx.Stories.All())).Id);
    }

    [Fact]
    public void Open_MadeByANewerVersion_IsRefused()
    {
        using (Open()) { }
        Execute("INSERT INTO schema_versions (version, applied_at) VALUES (9999, '')");
        HomeException refusal = Assert.Throws<HomeException>(Open);
        Assert.Equal($"home was made by a newer version (schema 9999, this program knows {Schema.Known}); use that version or another --home", refusal.Message);
    }

    [Fact]
    public void Open_BelowARegularFile_NamesTheFile()
    {
        string file = _folder.Write("a-file", "");
        string home = Path.Combine(file, "deeper", "home");
        HomeException refusal = Assert.Throws<HomeException>(() => CatalogStore.Open(home, TimeProvider.System));
        Assert.Equal($"home {home}: {file} is a file; expected a folder. Choose another --home.", refusal.Message);
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_IsRefused()
    {
        _folder.Write("catalog.db", new string('x', 5000));
        HomeException refusal = Assert.Throws<HomeException>(Open);
        Assert.Equal($"home {_folder.Path}: catalog.db is no catalog of this program; expected one, or none. Move the file away, or choose another --home.", refusal.Message);
    }

    [Fact]
    public void Open_CatalogIsAFolder_IsRefused()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "catalog.db"));
        Assert.StartsWith($"home {_folder.Path}: catalog.db cannot be written (", Assert.Throws<HomeException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ByManyAtOnce_AllFindOneSchema()
    {
        CatalogStore[] stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(Open)));
        foreach (CatalogStore store in stores) Begin(store);
        Assert.Equal(6, stores[0].Read(tx => tx.Stories.All()).Count);
        foreach (CatalogStore store in stores) store.Dispose();
    }

    [Fact]
    public void Write_Throws_KeepsNothing()
    {
        using CatalogStore catalog = Open();
        Assert.Throws<InvalidOperationException>(() => catalog.Write(tx =>
        {
            tx.Stories.Begin("telco-churn", "/", 1, "all", "day", Day0);
            throw new InvalidOperationException("no");
        }));
        Assert.Empty(catalog.Read(tx => tx.Stories.All()));
        Assert.Equal("story-0001", Begin(catalog));
    }

    [Fact]
    public void Read_Writes_IsRefused()
    {
        using CatalogStore catalog = Open();
        Assert.Throws<SqliteException>(() => catalog.Read(tx => tx.Stories.Begin("telco-churn", "/", 1, "all", "day", Day0)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WaitFor_CommitOfThisOrAnotherProcess_Wakes(bool another)
    {
        using CatalogStore waiting = Open();
        using CatalogStore writing = another ? Open() : waiting;
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
        Task wait = waiting.WaitFor(tx => tx.Stories.All().Count == 2, patience.Token);
        Begin(writing);
        Assert.False(wait.IsCompleted);
        Begin(writing);
        await wait;
    }

    [Fact]
    public async Task WaitFor_Cancelled_Throws()
    {
        using CatalogStore catalog = Open();
        using CancellationTokenSource stop = new();
        Task wait = catalog.WaitFor(_ => false, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    private CatalogStore Open() => CatalogStore.Open(_folder.Path, TimeProvider.System);

    private static string Begin(CatalogStore catalog) => catalog.Write(tx => tx.Stories.Begin("telco-churn", "/", 1, "all", "day", Day0)).Id;

    private void Execute(string sql)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(_folder.Path, "catalog.db")};Pooling=false");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // a constant of the test above
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
