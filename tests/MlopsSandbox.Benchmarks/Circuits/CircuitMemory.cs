using MlopsSandbox.Benchmarks.Browser;
using MlopsSandbox.EndToEnd;
using MlopsSandbox.Tests;
using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Circuits;

/// <summary>How much managed memory an open tab takes, its page at rest: at most, as the clients run in the same process and are counted with it.</summary>
internal static class CircuitMemory
{
    private const double TargetMegabytes = 5, Megabyte = 1024 * 1024;
    private const int WarmUps = 3;
    private static readonly string[] Pages = ["home", "a run", "a model version", "an endpoint", "a trace", "workflows"];

    /// <returns>False when a circuit takes more than the target.</returns>
    /// <exception cref="CircuitException">A circuit died.</exception>
    public static async Task<bool> Run(int circuits)
    {
        Machine.UseTwoCores();
        using Home home = new();
        Ending story = await MlopsProgram.Run(home.Folder, "walkthrough", "--output", "json");
        if (story.ExitCode != 0) throw new CircuitException($"The story ended with {story.ExitCode}: {story.Errors}");
        (string Name, string Path)[] pages = [.. HomePages.Of(home.Path).Where(page => Pages.Contains(page.Name))];
        await using OpenServer server = await OpenServer.StartAsync(home.Path);
        Uri site = server.Client.BaseAddress!;
        foreach ((string _, string path) in pages) await using (await OpenCircuits.On(site, [path], WarmUps)) { }

        Console.WriteLine($"{Machine.Name}; {circuits} circuits at once, their clients in the same process\n");
        Table.Header("page", "managed memory before", "with all circuits", "MB a circuit, at most");
        bool isWithin = await Row("all in turn", [.. pages.Select(page => page.Path)]);
        foreach ((string name, string path) in pages) isWithin &= await Row(name, [path]);
        return isWithin;

        async Task<bool> Row(string name, string[] paths)
        {
            double before = Managed();
            await using OpenCircuits open = await OpenCircuits.On(site, paths, circuits);
            double after = Managed(), each = (after - before) / circuits;
            open.ThrowIfDead();
            Table.Row(name, Invariant($"{before:0.0} MB"), Invariant($"{after:0.0} MB"), Invariant($"{each:0.00}"));
            return each <= TargetMegabytes;
        }
    }

    private static double Managed()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true) / Megabyte;
    }
}
