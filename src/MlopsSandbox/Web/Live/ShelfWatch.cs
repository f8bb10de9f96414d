using System.Runtime.CompilerServices;
using System.Threading.Channels;
using MlopsSandbox.Hosting;

namespace MlopsSandbox.Web.Live;

/// <summary>Tells pages that files of workflows were written, renamed or deleted, as soon as whoever watches their folders has seen it.</summary>
internal sealed class ShelfWatch(WorkflowShelf shelf, TimeProvider time) : ChangeWatch(time)
{
    /// <inheritdoc/>
    protected override async IAsyncEnumerable<bool> Changes([EnumeratorCancellation] CancellationToken stop)
    {
        // One that waits stands for all.
        Channel<bool> edits = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Note() => edits.Writer.TryWrite(true);
        shelf.Edited += Note;
        try
        {
            yield return false;
            await foreach (bool edit in edits.Reader.ReadAllAsync(stop).ConfigureAwait(false)) yield return edit;
        }
        finally
        {
            shelf.Edited -= Note;
        }
    }
}
