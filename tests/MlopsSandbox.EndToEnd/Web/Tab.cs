using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>A browser tab that keeps what its console complains of; closing it fails when there was anything.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private static readonly string[] Standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Tab(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _complaints.Add(message.Text); };
        page.RequestFailed += (_, request) => { if (request.Failure != "net::ERR_ABORTED") _complaints.Add($"{request.Url}: {request.Failure}"); };
        page.Response += (_, response) => { if (response.Status >= 400) _complaints.Add($"{response.Url}: {response.Status}"); };
    }

    public IPage Page { get; }

    /// <summary>Goes to a page, and waits until it lives.</summary>
    public async Task GoTo(string path)
    {
        await Page.GotoAsync(path);
        await Page.WaitForSelectorAsync("body[data-live]");
    }

    /// <summary>Waits until every plot in sight is drawn.</summary>
    public async Task Settled() => await Assertions.Expect(Page.Locator(".drawing:not([data-drawn])")).ToHaveCountAsync(0);

    /// <summary>What axe-core finds against WCAG 2.1 A and AA that is serious or critical: a line each, with the place.</summary>
    public async Task<IReadOnlyList<string>> Violations()
    {
        AxeResult found = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Standards] }, ResultTypes = [ResultType.Violations] });
        return [.. from violation in found.Violations
                   where violation.Impact is "serious" or "critical"
                   from node in violation.Nodes
                   select $"{violation.Id}: {violation.Help}: {node.Html}"];
    }

    /// <summary>Elements that stick out of the screen to the right.</summary>
    public async Task<int> Overflow() => await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_complaints);
    }
}
