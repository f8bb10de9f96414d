using System.Diagnostics;
using System.Globalization;
using MlopsSandbox.Benchmarks.Pages;
using MlopsSandbox.EndToEnd;
using MlopsSandbox.EndToEnd.Web;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Benchmarks.Browser;

/// <summary>How long after another process has committed a change an open page shows it.</summary>
internal static class LiveDelay
{
    private static readonly SeedSizes FewRuns = new(Runs: 20, Spans: 1_000, Versions: 10, Seed: 1);

    public static async Task Run(int rounds)
    {
        Machine.UseTwoCores();
        using Home home = new();
        SeededHome.Fill(home.Path, FewRuns);
        string run = NewestRun(home);
        await using Site site = await Site.Serve(Home.At(home.Path));
        using Process tagger = Tagger.Start(home.Path, run);
        Console.WriteLine($"{Machine.Name}\n");
        Table.Header(["from the commit of another process until a page shows it", .. Spread.Heads]);
        foreach (string path in new[] { "/runs", $"/runs/{run}" })
        {
            await using ClockedTab tab = await ClockedTab.Of(await site.NewTab());
            await tab.Load(path);
            Table.Row([path, .. (await Delays(tab, tagger, path, rounds)).Cells]);
        }

        tagger.StandardInput.Close();
        await tagger.WaitForExitAsync();
    }

    // At moments that have nothing to do with the server's looks.
    private static async Task<Spread> Delays(ClockedTab tab, Process tagger, string path, int rounds)
    {
        Random pauses = new(1);
        List<double> delays = [];
        for (int round = 0; round <= rounds; round++)
        {
            await Task.Delay(pauses.Next(300, 900));
            string tag = string.Create(CultureInfo.InvariantCulture, $"{(path == "/runs" ? "list" : "run")}-{round:0000}");
            Task<double> seen = tab.Seen(tag);
            await tagger.StandardInput.WriteLineAsync(tag);
            double committed = double.Parse((await tagger.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
            delays.Add(await seen - committed);
        }

        return Spread.Of(delays.Skip(1));
    }

    private static string NewestRun(Home home)
    {
        using CatalogStore catalog = CatalogStore.Open(home.Path, TimeProvider.System);
        return catalog.Read(tx => tx.Runs.Page(new RunQuery { Take = 1 }).Runs[0].Id);
    }
}
