using Hangfire.Server;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite;

/// <summary>Removes what has expired, in batches so small that no worker waits for them.</summary>
internal sealed class ExpiredRecordRemoval(DatabaseFile database, TimeSpan interval) : IBackgroundProcess
{
    internal const int BatchRows = 100;

    private static readonly string[] Statements =
    [
        "DELETE FROM Job WHERE Id IN (SELECT Id FROM Job WHERE ExpireAt < ?1 LIMIT ?2)",
        "DELETE FROM Counter WHERE \"Key\" IN (SELECT \"Key\" FROM Counter WHERE ExpireAt < ?1 LIMIT ?2)",
        "DELETE FROM Hash WHERE (\"Key\", Field) IN (SELECT \"Key\", Field FROM Hash WHERE ExpireAt < ?1 LIMIT ?2)",
        "DELETE FROM List WHERE Id IN (SELECT Id FROM List WHERE ExpireAt < ?1 LIMIT ?2)",
        "DELETE FROM \"Set\" WHERE Id IN (SELECT Id FROM \"Set\" WHERE ExpireAt < ?1 LIMIT ?2)",
    ];

    /// <inheritdoc/>
    public void Execute(BackgroundProcessContext context)
    {
        Remove(context.StoppingToken);
        context.Wait(interval);
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(ExpiredRecordRemoval);

    /// <summary>Removes all that has expired by now; returns how many records (a job's states and parameters go with it, uncounted).</summary>
    internal int Remove(CancellationToken cancellation)
    {
        var removed = 0;
        foreach (var statement in Statements)
        {
            int batch;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                batch = database.Write(session => session.Execute(statement, database.Now, BatchRows));
                removed += batch;
            }
            while (batch == BatchRows);
        }
        if (removed > 0) database.Write(session => session.Execute("PRAGMA optimize"));
        return removed;
    }
}
