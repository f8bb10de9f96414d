using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Artifacts;

public sealed class ArtifactStoreTests : IDisposable
{
    // printf abc | sha256sum
    private const string AbcHex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private readonly TemporaryFolder _folder = new();
    private readonly ArtifactStore _store;

    public ArtifactStoreTests() => _store = new ArtifactStore(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Put_Bytes_LieUnderTheirSha256()
    {
        ContentHash hash = _store.Put("abc"u8);
        Assert.Equal($"sha256:{AbcHex}", hash.ToString());
        Assert.Equal(Path.Combine(_folder.Path, "sha256", "ba", AbcHex), _store.PathOf(hash));
        Assert.Equal("abc"u8.ToArray(), _store.Get(hash));
    }

    [Fact]
    public async Task Put_SameBytesByManyAtOnce_AreKeptOnceAndNothingElseIsLeft()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _store.Put("abc"u8))));
        Assert.Equal([AbcHex], Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public void Get_NotThere_SaysWhere() => Assert.Equal(
        $"{_store.PathOf(ContentHash.Of("abc"u8))}: the artifact is gone; expected it, as the catalog names it. Put the home's artifacts back, or run again in another --home.",
        Assert.Throws<FileNotFoundException>(() => _store.Get(ContentHash.Of("abc"u8))).Message);

    [Fact]
    public void Get_ChangedBytes_AreRefused()
    {
        ContentHash hash = _store.Put("abc"u8);
        File.WriteAllText(_store.PathOf(hash), "abd");
        // printf abd | sha256sum
        Assert.Equal($"{_store.PathOf(hash)}: the artifact's bytes have hash a52d159f262b…; expected that of its name. Put it back as it was, or run again in another --home.",
            Assert.Throws<InvalidDataException>(() => _store.Get(hash)).Message);
    }

    [Theory]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("sha256:BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("sha256:ba78")]
    [InlineData("")]
    public void Parse_NoContentHash_Throws(string text) => Assert.Throws<FormatException>(() => ContentHash.Parse(text));
}
