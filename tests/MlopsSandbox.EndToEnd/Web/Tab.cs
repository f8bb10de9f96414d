using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>A browser tab that keeps what its console complains of; closing it fails when there was anything.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // axe-core, asked by itself: its Playwright binding opens a page for each question, which takes longer than the answer.
    private const string Violating = """
        async () => {
            const asked = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }, resultTypes: ['violations'], preload: false };
            const { violations } = await axe.run(document, asked);
            return violations.filter(found => ['serious', 'critical'].includes(found.impact)).flatMap(found => found.nodes.map(node => `${found.id}: ${found.help}: ${node.html}`));
        }
        """;

    // Headings, charts and bars that are on the page, are not folded away, and yet have no size or lie beside the screen.
    private const string Unseen = """
        () => {
            const least = [['h1, h2, h3', 20, 10], ['.drawing', 160, 80], ['svg.chart', 100, 60], ['.map svg', 100, 16], ['.bar, .work, .queue', 0.5, 3]];
            const scrolls = element => element && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
            const isUnseen = (element, width, height) => {
                const box = element.getBoundingClientRect();
                return box.width < width || box.height < height || ((box.left < 0 || box.right > innerWidth + 1) && !scrolls(element.parentElement));
            };
            return least.flatMap(([kind, width, height]) => [...document.querySelectorAll(`main :is(${kind}):not(.hidden)`)]
                .filter(element => (element.checkVisibility() || element.matches('h1, .drawing, svg.chart')) && isUnseen(element, width, height))
                .map(element => `${element.cloneNode(false).outerHTML} ${element.textContent.trim().slice(0, 40)}`));
        }
        """;

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

    /// <summary>Waits until every plot in sight is drawn and every dialog of the page is open.</summary>
    public async Task Settled() => await Assertions.Expect(Page.Locator(".drawing:not([data-drawn]), main dialog:not([open])")).ToHaveCountAsync(0);

    /// <summary>What axe-core finds against WCAG 2.1 A and AA that is serious or critical: a line each, with the place.</summary>
    public async Task<IReadOnlyList<string>> Violations()
    {
        if (!await Page.EvaluateAsync<bool>("'axe' in window")) await Page.EvaluateAsync(Axe);
        return await Page.EvaluateAsync<string[]>(Violating);
    }

    /// <summary>By how many pixels the page sticks out of the screen to the right.</summary>
    public async Task<int> Overflow() => await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");

    /// <summary>Goes to each of several pages, and finds what is wrong with any: how many headings it has, its width, what cannot be seen, and what keeps people from using it.</summary>
    public async Task<IReadOnlyList<string>> FaultsOf(params IEnumerable<string> paths)
    {
        List<string> faults = [];
        foreach (string path in paths)
        {
            await GoTo(path);
            await Settled();
            faults.AddRange((await Faults()).Select(fault => $"{path}: {fault}"));
        }
        return faults;
    }

    /// <summary>Forgets what was complained of, for a test that gave reason to.</summary>
    public void ForgetComplaints() => _complaints.Clear();

    private async Task<IReadOnlyList<string>> Faults()
    {
        int headings = await Page.Locator("h1").CountAsync(), overflow = await Overflow();
        string[] unseen = await Page.EvaluateAsync<string[]>(Unseen);
        return
        [
            .. headings == 1 ? Array.Empty<string>() : [$"{headings} headings of the first level; expected one"],
            .. overflow <= 0 ? Array.Empty<string>() : [$"sticks out by {overflow} pixels"],
            .. unseen.Select(element => $"cannot be seen: {element}"),
            .. await Violations(),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_complaints);
    }
}
