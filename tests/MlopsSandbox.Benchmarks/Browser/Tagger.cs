using System.Diagnostics;
using System.Globalization;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Benchmarks.Browser;

/// <summary>This program once more, as somebody else who works on the same home.</summary>
internal static class Tagger
{
    public const string Verb = "tag-from-lines";

    public static Process Start(string home, string run) => SameProgram.Start(Verb, home, run);

    /// <summary>Takes the tag off a run that it gave it last, gives it the one that a line of the input says, and prints when that was committed, in milliseconds since 1970.</summary>
    public static void Run(string home, string run)
    {
        using CatalogStore catalog = CatalogStore.Open(home, TimeProvider.System);
        string? last = null;
        while (Console.ReadLine() is { } tag)
        {
            catalog.Write(tx => Replace(tx, run, last, tag));
            Console.WriteLine(UnixTime.Milliseconds.ToString(CultureInfo.InvariantCulture));
            last = tag;
        }
    }

    private static void Replace(CatalogTransaction tx, string run, string? last, string tag)
    {
        if (last is not null) tx.Marks.Untag(run, last);
        tx.Marks.Tag(run, tag);
    }
}
