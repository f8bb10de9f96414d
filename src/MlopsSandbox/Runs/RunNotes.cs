using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Runs;

/// <summary>What people write about runs.</summary>
internal static class RunNotes
{
    /// <summary>Attaches a note to a run.</summary>
    /// <exception cref="MissingException">There is no such run.</exception>
    public static RunRow Add(CatalogStore catalog, string runId, string text, string by, Hints hints)
    {
        RunLookup.Show(catalog, runId, hints);
        return catalog.Write(tx =>
        {
            tx.Marks.Note(runId, text, by);
            return tx.Runs.Show(runId)!;
        });
    }
}
