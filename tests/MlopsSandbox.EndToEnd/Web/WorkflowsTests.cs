using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>Workflows that are looked at, edited, saved and run in a browser.</summary>
[Collection(Stories.Name)]
public sealed class WorkflowsTests(FinishedStory finished)
{
    private static readonly string[] InnerPages =
        ["/workflows/lifecycle?activity=tune", "/workflows/lifecycle?tab=run", "/workflows/lifecycle?tab=versions", "/workflows/lifecycle/edit?activity=tune", "/workflows/no-such"];

    [BrowserFact]
    public async Task Workflow_EditedByPointer_IsSavedAndRun()
    {
        Site site = await finished.Site();
        await Put(site, "by-pointer");
        await using Tab tab = await site.Open("/workflows/by-pointer/edit");

        ILocator box = Box(tab, "a"), undo = Button(tab, "Undo");
        LocatorBoundingBoxResult before = (await box.BoundingBoxAsync())!;
        await Drag(tab, before.X + 60, before.Y + 10, before.X + 60, before.Y + 110);
        await Assertions.Expect(undo).ToHaveAttributeAsync("title", "Undo: Move 'a'");

        await tab.Page.FillAsync("#palette-text", "WriteLine");
        await tab.Page.Locator("button.type").First.ClickAsync();
        await tab.Page.FillAsync("#in-text", "added <script>alert(1)</script>");
        await tab.Page.PressAsync("#in-text", "Tab");
        LocatorBoundingBoxResult port = (await Box(tab, "b").Locator("[data-port]").BoundingBoxAsync())!, target = (await Box(tab, "writeLine").BoundingBoxAsync())!;
        await Drag(tab, port.X + port.Width / 2, port.Y + port.Height / 2, target.X + 40, target.Y + 10);
        await Assertions.Expect(tab.Page.Locator("path.arrow[data-from=b][data-to=writeLine]")).ToHaveCountAsync(1);
        await undo.ClickAsync();
        await Assertions.Expect(tab.Page.Locator("path.arrow[data-from=b][data-to=writeLine]")).ToHaveCountAsync(0);
        await Button(tab, "Redo").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save as version 2" }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/workflows/by-pointer");

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Run", Exact = true }).First.ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/runs/by-pointer-*");
        Assert.Contains("added <script>alert(1)</script>", await Written(site, tab.Page.Url.Split('/')[^1]));
    }

    [BrowserFact]
    public async Task Workflow_EditedByKeyboardAlone_IsSaved()
    {
        Site site = await finished.Site();
        await Put(site, "by-keys");
        await using Tab tab = await site.Open("/workflows/by-keys/edit");

        await Box(tab, "a").FocusAsync();
        for (int i = 0; i < 3; i++) await tab.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Button(tab, "Undo")).ToHaveAttributeAsync("title", "Undo: Move 'a'");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("#form-title")).ToHaveTextAsync("a");
        await Button(tab, "Remove the connection from a by Done to b").PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("path.arrow")).ToHaveCountAsync(0);
        await tab.Page.Locator("#connect-to").PressAsync("b");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Connect", Exact = true }).PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("path.arrow")).ToHaveCountAsync(1);
        await Box(tab, "b").PressAsync("Delete");
        await Assertions.Expect(Box(tab, "b")).ToHaveCountAsync(0);
        await Button(tab, "Undo").PressAsync("Enter");
        await Assertions.Expect(Box(tab, "b")).ToHaveCountAsync(1);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save as version 2" }).PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**/workflows/by-keys");

        JsonElement saved = await Get(site, "/api/workflows/by-keys");
        Assert.Equal(2, saved.GetProperty("version").GetInt32());
        Assert.Equal("kept", saved.GetProperty("x-unknown").GetString());
    }

    [BrowserFact]
    public async Task Workflow_MovedByFinger_FollowsItAndIsPutBackWhenTheBrowserTakesTheFingerAway()
    {
        Site site = await finished.Site();
        await Put(site, "by-finger");
        await using Tab tab = await site.Open("/workflows/by-finger/edit");
        ILocator box = Box(tab, "a");
        LocatorBoundingBoxResult place = (await box.BoundingBoxAsync())!;
        ICDPSession browser = await tab.Page.Context.NewCDPSessionAsync(tab.Page);
        await browser.SendAsync("Emulation.setTouchEmulationEnabled", new Dictionary<string, object> { ["enabled"] = true });

        await Touch("touchStart", 0);
        for (int by = 10; by <= 60; by += 10) await Touch("touchMove", by);
        await Assertions.Expect(box).ToHaveClassAsync(new System.Text.RegularExpressions.Regex(@"\bmoving\b"));
        await Touch("touchCancel");
        await Assertions.Expect(box).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex(@"\bmoving\b"));
        Assert.Equal("", await box.EvaluateAsync<string>("box => box.style.transform"));
        await Assertions.Expect(Button(tab, "Undo")).ToBeDisabledAsync();

        await Touch("touchStart", 0);
        for (int by = 10; by <= 60; by += 10) await Touch("touchMove", by);
        await Touch("touchEnd");
        await Assertions.Expect(Button(tab, "Undo")).ToHaveAttributeAsync("title", "Undo: Move 'a'");

        Task Touch(string type, params int[] down) => browser.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
        {
            ["type"] = type,
            ["touchPoints"] = down.Select(by => new Dictionary<string, object> { ["x"] = place.X + 60, ["y"] = place.Y + 10 + by }).ToArray(),
        });
    }

    [BrowserFact]
    public async Task Drawing_Zoomed_StaysSoWhenItGrows_AndTheWholeOfItIsNeverLargerThanItIs()
    {
        Site site = await finished.Site();
        await Put(site, "zoomed");
        await using Tab tab = await site.Open("/workflows/zoomed/edit");
        ILocator chart = tab.Page.Locator("svg.chart");
        await Button(tab, "Larger").ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".room[data-zoomed]")).ToHaveCountAsync(1);
        double scale = await Scale();
        string before = (await chart.GetAttributeAsync("viewBox"))!;

        for (int i = 0; i < 5; i++) await Box(tab, "b").PressAsync("ArrowRight");

        await Assertions.Expect(Button(tab, "Undo")).ToHaveAttributeAsync("title", "Undo: Move 'b'");
        await Assertions.Expect(chart).Not.ToHaveAttributeAsync("viewBox", before);
        Assert.Equal(scale, await Scale(), 2);

        await Button(tab, "Whole").ClickAsync();
        Assert.Equal(1, await Scale(), 2);
        Assert.True(await tab.Page.Locator(".room").EvaluateAsync<bool>("room => room.scrollWidth <= room.clientWidth && room.scrollHeight <= room.clientHeight"));

        Task<double> Scale() => chart.EvaluateAsync<double>("chart => chart.getBoundingClientRect().width / chart.viewBox.baseVal.width");
    }

    [BrowserFact]
    public async Task Workflow_ThatIsEditedOnDisk_IsShownAsItIsNowWithoutBeingLoadedAgain()
    {
        Site site = await finished.Site();
        await Put(site, "on-disk");
        await using Tab one = await site.Open("/workflows/on-disk"), all = await site.Open("/workflows?q=on-disk");
        await Assertions.Expect(Box(one, "a")).ToHaveCountAsync(1);
        string file = Path.Combine(site.Home.Folder, "workflows", "on-disk.json");

        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"id\": \"a\"", "\"id\": \"renamed\"", StringComparison.Ordinal).Replace("\"activity\": \"a\"", "\"activity\": \"renamed\"", StringComparison.Ordinal)
            .Replace("\"version\": 1", "\"version\": 7", StringComparison.Ordinal));

        await Assertions.Expect(Box(one, "renamed")).ToHaveCountAsync(1);
        await Assertions.Expect(all.Page.GetByRole(AriaRole.Row, new() { Name = "on-disk" })).ToContainTextAsync("7");
    }

    [BrowserFact]
    public async Task InnerPages_InEveryLook_FitTheScreenAndCanBeUsedByEverybody()
    {
        Site site = await finished.Site();
        Assert.Empty(await site.FaultsOf(Looks.OfInnerPages, InnerPages));
    }

    private static ILocator Box(Tab tab, string id) => tab.Page.Locator($"a.node[data-activity={id}]");

    private static ILocator Button(Tab tab, string name) => tab.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task Drag(Tab tab, float x, float y, float toX, float toY)
    {
        await tab.Page.Mouse.MoveAsync(x, y);
        await tab.Page.Mouse.DownAsync();
        await tab.Page.Mouse.MoveAsync((x + toX) / 2, (y + toY) / 2);
        await tab.Page.Mouse.MoveAsync(toX, toY);
        await tab.Page.Mouse.UpAsync();
    }

    private static async Task Put(Site site, string name)
    {
        using HttpClient client = new();
        using StringContent text = new($$"""
            {
              "definitionId": "{{name}}", "x-unknown": "kept",
              "root": { "id": "f", "type": "Elsa.Flowchart",
                "activities": [
                  { "id": "a", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "a" } } },
                  { "id": "b", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "b" } } }
                ],
                "connections": [{ "source": { "activity": "a", "port": "Done" }, "target": { "activity": "b", "port": "In" } }] }
            }
            """, Encoding.UTF8, "application/json");
        (await client.PutAsync(new Uri($"{site.Url}/api/workflows/{name}"), text)).EnsureSuccessStatusCode();
    }

    private static async Task<JsonElement> Get(Site site, string path)
    {
        using HttpClient client = new();
        return await client.GetFromJsonAsync<JsonElement>(new Uri(site.Url + path));
    }

    private static async Task<string[]> Written(Site site, string run)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        while (true)
        {
            JsonElement shown = await Get(site, $"/api/runs/{run}");
            if (shown.GetProperty("status").GetString() == "succeeded") return [.. shown.GetProperty("journal").EnumerateArray().Select(line => line.TryGetProperty("text", out JsonElement text) ? text.GetString() ?? "" : "")];
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }
}
