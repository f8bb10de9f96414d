using Microsoft.JSInterop;
using MlopsSandbox.Web.Components;

namespace MlopsSandbox.Tests.Web.Components;

public sealed class BrowserDrawingTests
{
    [Fact]
    public async Task Open_AgainWhileTheScriptIsOnItsWay_OpensOnce()
    {
        (FakeBrowser browser, BrowserDrawing drawing) = Drawing();
        Task first = drawing.OpenAsync(default), second = drawing.OpenAsync(default), drawn = drawing.CallAsync("draw");
        browser.Answer("import");
        browser.Answer("open");
        browser.Answer("draw");
        await Task.WhenAll(first, second, drawn);

        Assert.Equal(["import", "open", "draw"], browser.Asked);
    }

    [Fact]
    public async Task Dispose_WhileTheScriptIsOnItsWay_OpensNothing()
    {
        (FakeBrowser browser, BrowserDrawing drawing) = Drawing();
        Task opening = drawing.OpenAsync(default);
        Task closing = drawing.DisposeAsync().AsTask();
        browser.Answer("import");
        await Task.WhenAll(opening, closing);
        await drawing.CallAsync("draw");

        Assert.Equal(["import", "dispose"], browser.Asked);
    }

    [Fact]
    public async Task Dispose_WhileItIsOpened_ClosesIt()
    {
        (FakeBrowser browser, BrowserDrawing drawing) = Drawing();
        Task opening = drawing.OpenAsync(default);
        browser.Answer("import");
        Task closing = drawing.DisposeAsync().AsTask();
        browser.Answer("open");
        browser.Answer("close");
        await Task.WhenAll(opening, closing);

        Assert.Equal(["import", "open", "close", "dispose", "dispose"], browser.Asked);
    }

    [Fact]
    public async Task Failure_OfWhoeverHasLeft_IsNoFailure()
    {
        (FakeBrowser browser, BrowserDrawing drawing) = Drawing();
        Task opening = drawing.OpenAsync(default);
        browser.Answer("import");
        Task closing = drawing.DisposeAsync().AsTask();
        browser.Refuse("open", new JSException("there is no such element"));

        await Task.WhenAll(opening, closing);
    }

    [Fact]
    public async Task Failure_WhileThePageIsThere_IsTold()
    {
        (FakeBrowser browser, BrowserDrawing drawing) = Drawing();
        Task opening = drawing.OpenAsync(default);
        browser.Refuse("import", new JSException("404"));

        Assert.Equal("404", (await Assert.ThrowsAsync<JSException>(() => opening)).Message);
    }

    [Fact]
    public async Task Tab_ThatIsGone_IsNoFailure()
    {
        (FakeBrowser browser, BrowserDrawing drawing) = Drawing();
        Task opening = drawing.OpenAsync(default);
        browser.Refuse("import", new JSDisconnectedException("gone"));
        await opening;
        await drawing.CallAsync("draw");
        await drawing.DisposeAsync();

        Assert.Equal(["import"], browser.Asked);
    }

    private static (FakeBrowser Browser, BrowserDrawing Drawing) Drawing()
    {
        FakeBrowser browser = new();
        return (browser, new BrowserDrawing(browser, "/a.js"));
    }

    /// <summary>Answers when the test says so.</summary>
    private sealed class FakeBrowser : IJSRuntime, IJSObjectReference
    {
        private readonly Dictionary<string, TaskCompletionSource> _asked = [];

        public List<string> Asked { get; } = [];

        public void Answer(string function) => _asked[function].SetResult();

        public void Refuse(string function, Exception failure) => _asked[function].SetException(failure);

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Asked.Add(identifier);
            await (_asked[identifier] = new TaskCompletionSource()).Task;
            return this is TValue answer ? answer : default!;
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            Asked.Add("dispose");
            return ValueTask.CompletedTask;
        }
    }
}
