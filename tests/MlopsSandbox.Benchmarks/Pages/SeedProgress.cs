using System.Diagnostics;
using System.Globalization;

namespace MlopsSandbox.Benchmarks.Pages;

/// <summary>Tells on standard error how far the seeding is, each tenth.</summary>
internal sealed class SeedProgress(string what, int total)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _told = -1;

    public void At(int done)
    {
        int tenths = total == 0 ? 10 : (int)(10L * done / total);
        if (tenths == _told) return;
        _told = tenths;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {done:#,0} of {total:#,0} after {_watch.Elapsed.TotalSeconds:0} s"));
    }
}
