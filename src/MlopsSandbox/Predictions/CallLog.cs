using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Predictions;

/// <summary>Answers calls of endpoints and notes them in the catalog, beside the work: a note that cannot be written is lost, and the answer stands.</summary>
internal sealed class CallLog : IAsyncDisposable
{
    private const int MostWaiting = 10_000, MostOfWrite = 500;

    // Where notes come in faster than a disk takes them, the newest are lost rather than the memory.
    private readonly Channel<(string Endpoint, ServedCall Call)> _waiting =
        Channel.CreateBounded<(string, ServedCall)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly CatalogStore _catalog;
    private readonly Task _writing;

    public CallLog(CatalogStore catalog)
    {
        _catalog = catalog;
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>The model's answer to rows that are still to be read; how it ended and how long it took is noted, whatever happens.</summary>
    /// <exception cref="PredictionException">A row cannot be scored.</exception>
    /// <exception cref="FormatException">The rows cannot be read.</exception>
    public PredictionShape Answer(ServedModel model, CallPath path, Func<IReadOnlyList<IReadOnlyDictionary<string, JsonElement>>> rows)
    {
        (DateTimeOffset at, long begun, int count, CallOutcome outcome) = (_catalog.Now, Stopwatch.GetTimestamp(), 0, CallOutcome.Failed);
        try
        {
            IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> read = rows();
            count = read.Count;
            PredictionShape answer = model.Predict(read);
            outcome = CallOutcome.Answered;
            return answer;
        }
        catch (Exception problem) when (problem is PredictionException or FormatException or RefusalException)
        {
            outcome = CallOutcome.Refused;
            throw;
        }
        finally
        {
            double milliseconds = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            _waiting.Writer.TryWrite((model.Endpoint, new ServedCall(at, at, path, count, milliseconds, outcome, model.Version)));
        }
    }

    /// <summary>Writes what waits.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

    private async Task WriteAllAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            List<(string Endpoint, ServedCall Call)> noted = [];
            while (noted.Count < MostOfWrite && _waiting.Reader.TryRead(out (string, ServedCall) next)) noted.Add(next);
            Write(noted);
        }
    }

    private void Write(List<(string Endpoint, ServedCall Call)> noted)
    {
        try
        {
            _catalog.Write(tx =>
            {
                foreach (IGrouping<string, ServedCall> calls in noted.GroupBy(one => one.Endpoint, one => one.Call))
                {
                    // The clock that checks go by is the endpoint's own, which stands in the catalog.
                    DateTimeOffset? simulated = tx.Deployments.NewestTime(calls.Key);
                    tx.Calls.Add(calls.Key, calls.Select(call => simulated is { } time ? call with { SimulatedAt = time } : call));
                }
            });
        }
        catch (Exception problem) when (problem is DbException or IOException)
        {
            // A full disk, or a catalog that another process holds for too long: the monitor misses some calls, and nobody else notices.
        }
    }
}
