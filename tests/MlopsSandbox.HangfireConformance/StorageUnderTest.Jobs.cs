using System.Globalization;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireConformance;

public abstract partial class StorageUnderTest
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromHours(2), Brief = TimeSpan.FromMilliseconds(100);

    /// <summary>A job without a state, which expires in hours.</summary>
    public string NewJob(int number = 1) => NewJob(Work.Numbered(number));

    /// <summary>A job without a state, which expires in hours.</summary>
    public string NewJob(Job job, params (string Name, string? Value)[] parameters) => Read(connection => connection.CreateExpiredJob(
        job, parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value!), DateTime.UtcNow, LongEnough));

    /// <summary>A job in a state, which never expires.</summary>
    public string NewJob(IState state) => NewJob(Work.Numbered(1), state);

    /// <summary>A job in a state, which never expires.</summary>
    public string NewJob(Job job, IState state)
    {
        var id = NewJob(job);
        Write(transaction =>
        {
            transaction.SetJobState(id, state);
            transaction.PersistJob(id);
        });
        return id;
    }

    /// <summary>A job that waits in a queue.</summary>
    public string Enqueue(int number = 1, string queue = "default")
    {
        var id = NewJob(number);
        Write(transaction =>
        {
            transaction.SetJobState(id, new EnqueuedState(queue));
            transaction.PersistJob(id);
            transaction.AddToQueue(queue, id);
        });
        return id;
    }

    /// <summary>Jobs that wait in a queue, in order.</summary>
    public string[] EnqueueMany(int count, string queue = "default") => [.. Enumerable.Range(1, count).Select(number => Enqueue(number, queue))];

    /// <summary>Takes the next job of the queues, and waits for one.</summary>
    public IFetchedJob Fetch(params string[] queues)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var connection = Connect();
        return connection.FetchNextJob(queues.Length == 0 ? Work.DefaultQueue : queues, patience.Token);
    }

    /// <summary>Whether a worker would find nothing now.</summary>
    public bool HasNothingToFetch(params string[] queues)
    {
        using var brief = new CancellationTokenSource(Brief);
        using var connection = Connect();
        try
        {
            connection.FetchNextJob(queues.Length == 0 ? Work.DefaultQueue : queues, brief.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    /// <summary>An id that looks like one and that no job has.</summary>
    public static string IdOfNoJob => int.MaxValue.ToString(CultureInfo.InvariantCulture);
}
