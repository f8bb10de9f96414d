using System.Text;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Web.Live;

namespace MlopsSandbox.Tests.Commands;

/// <summary>Workflow files that change while a server runs.</summary>
public sealed class WorkflowWatchTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ToldLines _out = new();
    private readonly ToldLines _error = new();
    private readonly WorkflowShelf _shelf;

    public WorkflowWatchTests() => _shelf = new WorkflowShelf([_folder.Path], Stages.All().Activities);

    [Fact]
    public async Task File_Changed_IsReadAndToldWithoutBeingAskedFor()
    {
        Write("\"version\":1");
        using WorkflowWatch watch = Watch();

        Write("\"version\":2");

        Assert.Equal($"{_folder["x.json"]}: new runs of 'x' take version 2 as it is now; runs that go on stay with theirs.", await _out.NextAsync());
        Assert.Equal(2, _shelf.Find("x")!.Version);
    }

    [Fact]
    public async Task File_Broken_IsToldOnceAndTheLastGoodOneStays()
    {
        Write("\"version\":1");
        using WorkflowWatch watch = Watch();

        Write("\"version\":0");

        Assert.Equal($"mlops: error: {_folder["x.json"]}:1:21: $.version: version is 0; expected a whole number from 1. Set \"version\": 1.", await _error.NextAsync());
        Assert.Equal($"mlops: {_folder["x.json"]}: version 1 of 'x' stays as it was before the file was broken.", await _error.NextAsync());
        Assert.Equal(1, _shelf.Find("x")!.Version);
        Assert.Equal(1, _shelf.Load("x").Version);
        Assert.Equal(0, _error.Waiting);
    }

    [Fact]
    public async Task File_Changed_IsToldToPagesThatFollow()
    {
        Write("\"version\":1");
        using WorkflowWatch watch = Watch();
        using ShelfWatch pages = new(_shelf, TimeProvider.System);
        System.Threading.Channels.Channel<bool> told = System.Threading.Channels.Channel.CreateUnbounded<bool>();
        using IDisposable listening = pages.Listen(() => { told.Writer.TryWrite(true); return Task.CompletedTask; });

        Write("\"version\":2");

        Assert.True(await told.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal(2, _shelf.Find("x")!.Version);
    }

    [Fact]
    public async Task File_OfAFolderThatIsMadeMeanwhile_IsReadAndTold()
    {
        string folder = _folder["made", "workflows"];
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        WorkflowShelf shelf = new([_folder.Path, folder], Stages.All().Activities);
        using WorkflowWatch watch = new(shelf, [_folder.Path, folder], new Terminal(TextReader.Null, _out, _error));

        Directory.CreateDirectory(folder);
        Write("\"version\":3");
        File.Move(_folder["x.json"], Path.Combine(folder, "x.json"));

        Assert.EndsWith("new runs of 'x' take version 3 as it is now; runs that go on stay with theirs.", await _out.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void File_SameVersionWithOtherContent_HasAnotherHash()
    {
        Write("\"version\":1");
        string before = _shelf.Find("x")!.ContentHash;

        Write("\"version\":1,\"description\":\"changed\"");

        Assert.NotEqual(before, _shelf.Find("x")!.ContentHash);
    }

    [Fact]
    public void File_Gone_HasNoDefinition()
    {
        Write("\"version\":1");
        _shelf.Find("x");

        File.Delete(_folder["x.json"]);

        Assert.Null(_shelf.Find("x"));
    }

    [Fact]
    public void Folder_BrokenFromTheBeginning_IsToldAtOnce()
    {
        Write("\"version\":0");

        using WorkflowWatch watch = Watch();

        Assert.Equal(1, _error.Waiting);
        Assert.Null(_shelf.Find("x"));
    }

    [Fact]
    public void File_BrokenAndAlsoBesideTheProgram_IsToldOnce()
    {
        Write("\"version\":0");
        using TempFolder shipped = new();
        File.Copy(_folder["x.json"], shipped["x.json"]);

        using WorkflowWatch watch = new(new WorkflowShelf([_folder.Path, shipped.Path], Stages.All().Activities), [_folder.Path, shipped.Path], new Terminal(TextReader.Null, _out, _error));

        Assert.Equal(1, _error.Waiting);
    }

    public void Dispose() => _folder.Dispose();

    private WorkflowWatch Watch() => new(_shelf, [_folder.Path], new Terminal(TextReader.Null, _out, _error));

    // By another name first: a reader never sees half of it.
    private void Write(string property)
    {
        File.WriteAllText(_folder["x.json.new"], $$$"""{"definitionId":"x",{{{property}}},"root":{"id":"a","type":"Elsa.Start"}}""");
        File.Move(_folder["x.json.new"], _folder["x.json"], overwrite: true);
    }

    /// <summary>Lines, as they are written.</summary>
    private sealed class ToldLines : StringWriter
    {
        private readonly System.Threading.Channels.Channel<string> _lines = System.Threading.Channels.Channel.CreateUnbounded<string>();

        public override Encoding Encoding => Encoding.UTF8;

        public int Waiting => _lines.Reader.Count;

        public override void WriteLine(string? value) => _lines.Writer.TryWrite(value ?? "");

        public async Task<string> NextAsync() => await _lines.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));
    }
}
