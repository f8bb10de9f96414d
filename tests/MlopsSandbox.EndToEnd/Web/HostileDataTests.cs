using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>Data that would be markup or a script, were it not shown as text: in each column's name, and in each category.</summary>
public sealed class HostileDataTests
{
    private const string Script = "<script>window.hacked=1</script>", Image = "<img src=x onerror=window.hacked=2>", Drawing = "\"><svg onload=window.hacked=3>";

    [BrowserFact]
    public async Task Pages_DataThatIsMarkup_ShowItAsText()
    {
        await using Site site = await Site.Empty();
        string file = Path.Combine(site.Home.Folder, "hostile.csv");
        await File.WriteAllTextAsync(file, Rows());
        await Run(site, "scenarios", "add", file, "--label", "left");
        ShortenStory(Path.Combine(site.Home.Folder, "sample-data", "hostile", "scenario.json"));
        await Run(site, "walkthrough", "--scenario", "hostile", "--drift", "none");

        await using Tab tab = await site.Open("/");
        string shown = "";
        foreach (string page in await Pages(site))
        {
            await tab.GoTo(page);
            await tab.Settled();
            shown += await tab.Page.InnerTextAsync("main");
            Assert.True(await tab.Page.EvaluateAsync<bool>("window.hacked === undefined"), page);
            Assert.Equal(0, await tab.Page.Locator("main script, img[src=x], svg[onload]").CountAsync());
        }

        Assert.All([Script, Image], text => Assert.Contains(text, shown, StringComparison.Ordinal));
    }

    // Every page that tells of the data, with what it shows of it open.
    private static async Task<string[]> Pages(Site site) =>
    [
        .. await site.Menu(),
        "/runs/lifecycle-0001?stage=ingest", "/runs/lifecycle-0001?stage=prep", "/runs/lifecycle-0001?stage=evaluate",
        "/models/hostile-0001", "/models/hostile-0001/1", "/models/hostile-0001/1?tab=lineage", "/models/hostile-0001/1?tab=try",
        "/monitor/hostile-0001", "/monitor/hostile-0001?check=drift-0003",
    ];

    private static async Task Run(Site site, params string[] words)
    {
        Ending ending = await MlopsProgram.Run(site.Home.Folder, words);
        Assert.True(ending.ExitCode is 0 or 1, ending.Errors);    // how the story ends does not matter here
    }

    private static void ShortenStory(string file)
    {
        JsonNode scenario = JsonNode.Parse(File.ReadAllText(file))!;
        scenario["story"]!["days"] = 4;
        scenario["story"]!["driftDay"] = 3;
        File.WriteAllText(file, scenario.ToJsonString());
    }

    private static string Rows()
    {
        StringBuilder csv = new($"price {Script},{Quoted($"plan {Drawing}")},{Quoted(Image)},left\n");
        Random random = new(3);
        string[] marks = [Image, Drawing, "plain"];
        for (int row = 0; row < 1_600; row++)
        {
            bool isGold = random.Next(2) == 0;
            double price = 40 + (20 * random.NextDouble()) + (isGold ? 15 : 0);
            string left = price > 55 != random.NextDouble() < 0.15 ? $"yes {Script}" : "no";
            csv.Append(CultureInfo.InvariantCulture, $"{price:0.00},{Quoted($"{(isGold ? "gold" : "basic")} {Script}")},{Quoted(marks[random.Next(marks.Length)])},{left}\n");
        }
        return csv.ToString();
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
