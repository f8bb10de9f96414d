using MlopsSandbox.EndToEnd;
using MlopsSandbox.EndToEnd.Web;

namespace MlopsSandbox.Benchmarks.Browser;

/// <summary>How long somebody waits who starts the program for the first time: from its start until the first page lives in a browser that is open already, and when that page is loaded again.</summary>
internal static class FirstPage
{
    public static async Task Run(int rounds)
    {
        Machine.UseTwoCores();
        await using Chromium browser = await Chromium.Start();
        List<FirstTimes> times = [];
        for (int round = 0; round < rounds; round++) times.Add(await Time(browser));
        Console.WriteLine($"{Machine.Name}\n");
        Table.Header(["an empty home", .. Spread.Heads]);
        Table.Row(["from the start of the program until it takes connections", .. Spread.Of(times.Select(time => time.Listening)).Cells]);
        Table.Row(["from the start of the program until the first page is shown", .. Spread.Of(times.Select(time => time.Shown)).Cells]);
        Table.Row(["from the start of the program until the first page lives", .. Spread.Of(times.Select(time => time.First)).Cells]);
        Table.Row(["the second load of that page", .. Spread.Of(times.Select(time => time.Second)).Cells]);
        Table.Row(["the tenth load of that page", .. Spread.Of(times.Select(time => time.Tenth)).Cells]);
    }

    private static async Task<FirstTimes> Time(Chromium browser)
    {
        using Home home = new();
        Uri url = new($"http://127.0.0.1:{FreePort.Next()}");
        await using ClockedTab tab = await ClockedTab.Of(await browser.NewTab(url.ToString()));
        double start = UnixTime.Milliseconds;
        using MlopsProgram server = MlopsProgram.Start(home.Folder, "serve", "--urls", url.ToString());
        await Listening.Soon(url, server);
        double listening = UnixTime.Milliseconds - start;
        LoadTimes first = await tab.Load("/"), second = await tab.Load("/"), tenth = second;
        for (int load = 3; load <= 10; load++) tenth = await tab.Load("/");
        await tab.Leave();
        return new(listening, first.Start + first.Shown - start, first.Start + first.Live - start, second.Live, tenth.Live);
    }

    private sealed record FirstTimes(double Listening, double Shown, double First, double Second, double Tenth);
}
